import type { z } from 'zod';
import type { LocalDate } from '#kernel';
import type { Recording } from '#casework';
import type { AgencyYear } from '../command.js';
import type { TableScope } from '../table-scope.js';
import type { reportIssued } from './issuing/report-issued.js';
import type { StatedFigure } from './stating-sentence.js';
import type { ReportPartId } from './report-part.js';

/** The words of the annual report of one agency and year, with everything they ever were. */
export interface Narrative extends AgencyYear {
  /** The title on record; `null`: the usual one. */
  readonly title: string | null;
  /** Date under the report; `null` while nobody has set one. */
  readonly signedOn: LocalDate | null;
  /** Every version of every part that was written, the first one first. */
  readonly parts: { readonly [part in ReportPartId]?: readonly PartVersion[] };
  /** Every override, in the order of recording, withdrawn and replaced ones too. */
  readonly overrides: readonly SentenceOverride[];
  /** The versions of the report that were issued, the first one first. */
  readonly issues: readonly IssuedReport[];
}

/** One version of the text of a part. */
export interface PartVersion {
  readonly text: string;
  readonly on: LocalDate;
  readonly by: Recording;
  /** The text of last year's report that was confirmed as it was; `null` where it was written for this year. */
  readonly carriedFrom: { readonly year: number; readonly revision: number } | null;
}

/** A sentence put in the place of a generated one, and what that one stated at the time. */
export interface SentenceOverride {
  readonly sentence: string;
  readonly text: string;
  readonly reason: string;
  readonly on: LocalDate;
  readonly by: Recording;
  readonly replaced: { readonly text: string; readonly figures: readonly StatedFigure[] };
  /** What ended it: a withdrawal, or the next override of the sentence; `null` while it stands. */
  readonly ended: Recording | null;
}

/** One issued version of the report, as it was recorded. */
export type IssuedReport = z.output<typeof reportIssued.schema>;

/** Nothing written yet. */
export function emptyNarrative({ agency, year }: AgencyYear): Narrative {
  return { agency, year, title: null, signedOn: null, parts: {}, overrides: [], issues: [] };
}

/** The text of a part that holds; `null` while nobody has written or confirmed one. */
export function textOf({ parts }: Narrative, part: ReportPartId): PartVersion | null {
  return parts[part]?.at(-1) ?? null;
}

/** The overrides that stand, at most one for a sentence. */
export function standingOverrides({ overrides }: Narrative): readonly SentenceOverride[] {
  return overrides.filter(({ ended }) => ended === null);
}

/** The version of the report of a scope that was issued last; `null` before the first. */
export function latestIssue({ issues }: Narrative, scope: TableScope): IssuedReport | null {
  return issues.findLast((one) => one.scope === scope) ?? null;
}
