import type { Piece, Place } from '../document.js';
import type { GridTable } from './grid-table.js';

/** The document as a sequence of what matters: words, figures beside each other, rows of grids. */
export type Item = Words | Figures | GridRow;

/** Words of a line without figures of a table. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
  /** Its pieces with their places across the page, where the file knows them. */
  readonly pieces: readonly Piece[];
  readonly place: Place;
}

/** Figures that stand beside each other on a line, or one below the other with nothing between. */
export interface Figures {
  readonly kind: 'figures';
  /** The words before them on the same line; empty where there are none. */
  readonly text: string;
  readonly cells: readonly string[];
  /** One figure on each of several lines, as a page copied cell by cell has them. */
  readonly stacked: boolean;
  /** The line that each figure stands on, counted from the beginning of the document. */
  readonly lines: readonly number[];
  /** Where each figure stands across the page; `null` where the file does not tell. */
  readonly extents: readonly Extent[] | null;
  readonly place: Place;
}

/** From where to where something reaches across the page. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** A row of a grid. */
export interface GridRow {
  readonly kind: 'row';
  readonly table: GridTable;
  readonly row: number;
  /** The texts of the cells that begin in it. */
  readonly text: string;
  readonly place: Place;
}
