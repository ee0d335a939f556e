import type { z } from 'zod';
import type { AgencyYear } from '../command.js';
import type { yearClosed } from './closing-year/year-closed.js';
import type { waiveRule } from './waiving-rule/waive-rule.js';

/** The books (年度账) of one agency and year: what was published, and which rules were let pass. */
export interface Books extends AgencyYear {
  /** Published editions, the first one first. */
  readonly editions: readonly Edition[];
  readonly waivers: readonly Waiver[];
}

/** One published edition, as it was recorded. */
export type Edition = z.output<typeof yearClosed.schema>;

/** One waiver, as it was recorded. */
export type Waiver = z.output<typeof waiveRule.event.schema>;

/** Books in which nothing is written yet. */
export function emptyBooks({ agency, year }: AgencyYear): Books {
  return { agency, year, editions: [], waivers: [] };
}

/** Whether the year is closed: an edition was published. */
export function isClosed({ editions }: Books): boolean {
  return editions.length > 0;
}
