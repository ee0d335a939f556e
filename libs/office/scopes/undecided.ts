import type { ImportedReport } from '#agency';
import { isKeptHere } from './kept-here.js';
import type { MemberFigures } from './read-members.js';
import type { ScopeSource } from './scope-source.js';

/** A member whose imported report stands beside books kept here, and nobody said which counts: the total holds the report. */
export interface UndecidedMember {
  readonly agency: string;
  readonly name: string;
  /** What the total holds in the meantime. */
  readonly used: 'imported';
  /** What that means and how to decide it, in Chinese. */
  readonly message: string;
}

/** Whether nobody decided yet if an imported report counts or the books of the year that are kept here (docs/adr/0015). */
export async function isUndecided(
  source: ScopeSource,
  { agency, year, form, precedence }: ImportedReport,
): Promise<boolean> {
  return precedence === undefined && (await isKeptHere(source, await source.figures({ agency, year, form })));
}

/** Those among the members of a scope that are undecided, in the order of the members. */
export function undecidedMembers(members: readonly MemberFigures[]): readonly UndecidedMember[] {
  return members.flatMap(({ agency, name, undecided, imported }) =>
    undecided && imported !== null
      ? [{ agency, name, used: 'imported', message: messageOn(agency, name, imported) }]
      : [],
  );
}

function messageOn(agency: string, name: string, { source, on }: NonNullable<MemberFigures['imported']>): string {
  return (
    `${agency}（${name}）的数字未定：已于 ${on} 导入其公布的报告（${source.file}），本系统又有该年度的办件或台账，尚未决定以哪个为准；` +
    '此处采用导入的报告。以其为准的，再次导入并写明理由和批准人（year import-report）；以本系统的为准的，核对后结账（year close）'
  );
}
