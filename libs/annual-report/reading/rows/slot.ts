import type { Place } from '../document.js';

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
