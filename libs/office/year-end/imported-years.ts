import { Refused } from '#kernel';
import { latestEdition, standingImport, type ImportedReport } from '#agency';
import { presentOf, type PresentParts } from '../scopes/scope-parts.js';
import type { ScopeSource } from '../scopes/scope-source.js';
import { isUndecided } from '../scopes/undecided.js';

/** The imported report of a body whose year is not closed here. */
export interface ImportedYear {
  readonly report: ImportedReport;
  /**
   * Why nobody can tell yet whether the report or the books kept here count; `null`: the report does. Cases or a register of the year
   * came in after the import, and the choice is a person's: whoever imports a report beside books states it (`precedence`), but what
   * was entered later may be no more than cases taken over that were open (docs/adr/0016), of a year that must not be closed.
   */
  readonly undecided: Refused | null;
}

/** Tells whether the report on a year was published elsewhere, and whether it stands alone. The views must have caught up. */
export class ImportedYears {
  readonly #source: ScopeSource;

  constructor(parts: PresentParts) {
    this.#source = presentOf(parts);
  }

  /** `null` for a year that is closed here, or without an imported report. */
  async importOf(agency: string, year: number): Promise<ImportedYear | null> {
    const books = await this.#source.books(agency, year);
    const report = latestEdition(books) === null ? standingImport(books, 'own') : null;
    if (report === null) return null;
    return { report, undecided: (await isUndecided(this.#source, report)) ? undecidedImport(report) : null };
  }
}

function undecidedImport({ agency, year, on, source }: ImportedReport): Refused {
  return new Refused(
    'import-undecided',
    `${year} 年度的报告已于 ${on} 导入（${source.file}），本系统又有该年度的办件或台账，尚未决定以哪个为准，不自动结账：以公布的为准的，再次导入并写明理由和批准人（year import-report）；以本系统的为准的，核对后结账（year close）`,
    { agency, year, file: source.file, on },
  );
}
