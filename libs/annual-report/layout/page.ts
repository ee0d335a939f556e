import { shareOf, type TableGrid } from './table-grid.js';

/** A4 with the margins of official documents (GB/T 9704-2012): 156 mm by 225 mm of text. Millimetres. */
export const PAGE = {
  width: 210,
  height: 297,
  margin: { top: 37, right: 26, bottom: 35, left: 28 },
  /** Between the outer margins. */
  textWidth: 156,
} as const;

/** Type sizes in half-points: title 二号, text 三号 (GB/T 9704-2012), page number 四号; tables smaller, so that 15 columns fit. */
export const SIZES = { title: 44, text: 32, pageNumber: 28, table2: 24, table: 18 } as const;

/** Smallest type for figures, in half-points: still legible on paper. */
const SMALLEST = 9;

/** Width of a digit in half-points per thousand of the type size; the widest of the usual Chinese typefaces. */
const DIGIT = 560;

/**
 * Blank beside a figure, both sides together, in thousandths of the type size: two figures side by side must not be taken for one, by
 * people or by programs that read the text of a PDF (which join pieces nearer than six tenths of the type size).
 */
const BLANK = 750;

/** Thousandths of a millimetre in a half-point. */
const HALF_POINT = 176;

/** Type size, in half-points, in which every figure of the table stands on one line of its cell. */
export function figureSize({ cells, shares }: TableGrid, regular: number): number {
  const fitting = cells
    .filter(({ figure }) => figure !== undefined)
    .map((cell) => {
      const room = shareOf(cell, shares) * PAGE.textWidth;
      return Math.floor((room * 1000) / ((cell.text.length * DIGIT + BLANK) * HALF_POINT));
    });
  return Math.max(SMALLEST, Math.min(regular, ...fitting));
}
