import type { Place } from '../document.js';
import { MAY_BE_PAGE } from '../stream/page-numbers.js';

/** A place where the figures of one row stand. */
export interface Slot<Id extends string> {
  /** The row, where its own label stands beside the figures; `null` where only the order can tell. */
  readonly row: Id | null;
  /** Words beside the figures, on the same line or in the same row of a grid; empty where there are none. */
  readonly words: string;
  /** Texts of the cells, one for each column of the row; `null` where they cannot be told apart. */
  readonly cells: readonly string[] | null;
  /** Where each figure stands on a line of its own, these lines, counted from the beginning of the document. */
  readonly lines?: readonly number[];
  /** What stands there. */
  readonly text: string;
  readonly place: Place;
  /** Why the cells cannot be told apart; empty where they can. */
  readonly reason: string;
}

/** The slot, its cells left unread where one of them stands alone on a line and may be the number of a page. */
export function withoutPages<Id extends string>(slot: Slot<Id>, pages: ReadonlySet<string>): Slot<Id> {
  const isDoubtful = slot.lines !== undefined && slot.cells?.some((text) => pages.has(text.trim())) === true;
  return isDoubtful ? { ...slot, cells: null, reason: MAY_BE_PAGE } : slot;
}
