import type { z } from 'zod';
import type { AgencyYear } from '../command.js';
import type { TableScope } from '../table-scope.js';
import type { driftAccepted } from './accepting-drift/drift-accepted.js';
import type { yearClosed } from './closing-year/year-closed.js';
import type { ImportedReport } from './importing-report/report-imported.js';
import type { Restatement } from './restating-year/year-restated.js';
import type { waiveRule } from './waiving-rule/waive-rule.js';

/** The books (年度账) of one agency and year: what was published, which rules were let pass, which drift was accepted. */
export interface Books extends AgencyYear {
  /** Published editions, the first one first. */
  readonly editions: readonly Edition[];
  readonly waivers: readonly Waiver[];
  /** Accepted drift, in the order of acceptance. */
  readonly adjustments: readonly Adjustment[];
  /** Reports published elsewhere, in the order of their import. */
  readonly imports: readonly ImportedReport[];
}

/** One published edition, as it was recorded; those from the second on say what they restate. */
export type Edition = z.output<typeof yearClosed.schema> & { readonly restatement?: Restatement };

/** One waiver, as it was recorded. */
export type Waiver = z.output<typeof waiveRule.event.schema>;

/** One acceptance of drift, as it was recorded. */
export type Adjustment = z.output<typeof driftAccepted.schema>;

/** Books in which nothing is written yet. */
export function emptyBooks({ agency, year }: AgencyYear): Books {
  return { agency, year, editions: [], waivers: [], adjustments: [], imports: [] };
}

/** Whether the year is closed: an edition was published. */
export function isClosed({ editions }: Books): boolean {
  return editions.length > 0;
}

/** The edition that holds; `null` while the year is not closed. */
export function latestEdition({ editions }: Books): Edition | null {
  return editions.at(-1) ?? null;
}

/** The last acceptance of drift from the edition that holds; `null` without one. One of an earlier edition has no meaning any more. */
export function standingAdjustment(books: Books): Adjustment | null {
  const edition = latestEdition(books)?.edition;
  return books.adjustments.findLast((one) => one.edition === edition) ?? null;
}

/** The imported report of a scope that holds: the last one; `null` without any. */
export function standingImport({ imports }: Books, scope: TableScope): ImportedReport | null {
  return imports.findLast((one) => one.scope === scope) ?? null;
}
