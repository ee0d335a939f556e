import type { LocalDate } from '#kernel';
import { latestIssue, type IssuedReport, type IssuedSum, type TableScope } from '#agency';
import { refusalIn, type Refusal } from '../refusal.js';
import { differencesBetween, figureValues, labelled, type LabelledDifference } from '../years/figure-differences.js';
import { summedFigures } from '../years/stored-tables.js';
import { scopeFigures, summedMember } from './scope-figures.js';
import { readScope, type ScopeReading } from './scope-reader.js';
import { presentOf, type ScopeParts } from './scope-parts.js';

/** A member that counts otherwise than when the report was issued: restated, closed or imported since, come or gone. */
export interface MovedMember {
  readonly agency: string;
  readonly name: string;
  /** How it was taken in; `null`: it was no member. */
  readonly then: SummedAs | null;
  readonly now: SummedAs | null;
}

/** On what the figures of a member rest: the number and digest of its edition, the digest of the file of its report. */
export type SummedAs = Pick<IssuedSum['members'][number], 'basis' | 'edition' | 'digest'>;

/**
 * The report of a level or region issued last beside the sum as it is now. It does not move itself; nobody closes books for a scope, so
 * that there is nothing to restate or to accept: another issue takes the new figures.
 */
export interface ScopeDrift {
  readonly issue: number;
  readonly on: LocalDate;
  readonly edition: number;
  /** Every figure that differs: as issued, and now. */
  readonly cells: readonly LabelledDifference[];
  readonly members: readonly MovedMember[];
  /** Why there is no sum now; then nothing is compared. */
  readonly refusal: Refusal | null;
}

/** Which report of a scope. */
export interface ReportOfScope {
  readonly agency: string;
  readonly year: number;
  readonly scope: TableScope;
}

/** Compares issued reports of scopes with the sums of their members as they stand. */
export class ScopeDrifts {
  constructor(private readonly parts: ScopeParts) {}

  /** `null` where none is issued. Raises what reading the log and the views raises. */
  async drift({ agency, year, scope }: ReportOfScope): Promise<ScopeDrift | null> {
    const { narrative } = await this.parts.narratives.narrativeOf({ agency, year });
    const issued = latestIssue(narrative, scope);
    if (issued?.sum === undefined) return null;
    await this.parts.views.waitFor(await this.parts.store.head(), { timeoutMs: 10_000 });
    const { form } = summedFigures(issued.sum);
    try {
      return compared(issued, issued.sum, await readScope(presentOf(this.parts), { agency, year, scope, form }));
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === null) throw error;
      return { ...headOf(issued), cells: [], members: [], refusal };
    }
  }
}

function compared(issued: IssuedReport, sum: IssuedSum, reading: ScopeReading): ScopeDrift {
  const differences = differencesBetween(figureValues(summedFigures(sum)), figureValues(scopeFigures(reading)));
  return {
    ...headOf(issued),
    cells: labelled(differences, reading.form),
    members: movedMembers(sum.members, reading.members.map(summedMember)),
    refusal: null,
  };
}

function headOf({ issue, on, edition }: IssuedReport): Pick<ScopeDrift, 'issue' | 'on' | 'edition'> {
  return { issue, on, edition };
}

function movedMembers(then: IssuedSum['members'], now: IssuedSum['members']): readonly MovedMember[] {
  const [before, after] = [then, now].map((members) => new Map(members.map((one) => [one.agency, one] as const)));
  const names = new Map([...then, ...now].map(({ agency, name }) => [agency, name]));
  return [...names].flatMap(([agency, name]) => {
    const [was, is] = [before, after].map((members) => asOf(members?.get(agency)));
    const isSame = was?.basis === is?.basis && was?.edition === is?.edition && was?.digest === is?.digest;
    return isSame ? [] : [{ agency, name, then: was ?? null, now: is ?? null }];
  });
}

function asOf(member: IssuedSum['members'][number] | undefined): SummedAs | null {
  if (member === undefined) return null;
  const { basis, edition, digest } = member;
  return { basis, edition, digest };
}
