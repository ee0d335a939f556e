import type { GridCell } from '../document.js';

/**
 * Where the figures stand among the cells right of the label, in rows that were drawn in text: merged cells leave blanks before them or
 * behind them, the same for all rows that begin with as many words and have as many cells. They stand first where some row of that shape
 * has a text in its first cell and none has one beyond `width`; they stand last likewise. What shows both, or neither, is not told, unless
 * the table is known to have such blanks at the end only (`isFilledBehind`).
 */
export class DrawnCells {
  /** For each shape, where its rows show the figures to stand. */
  readonly #shown: ReadonlyMap<string, Shown>;

  constructor(
    rows: readonly (readonly GridCell[])[],
    readonly width: number,
    isFilledBehind: boolean,
  ) {
    const shapes = [...Map.groupBy(rows, shapeOf)];
    this.#shown = new Map(shapes.map(([shape, alike]) => [shape, shownBy(alike, width, isFilledBehind)]));
  }

  /** The texts of the cells of figures; `null` where it is not told which these are. */
  textsOf(cells: readonly GridCell[]): readonly string[] | null {
    const more = cells.length - this.width;
    if (more < 0) return null;
    const shown = this.#shown.get(shapeOf(cells));
    const isFirst = more === 0 || shown?.isFirst === true || !cells.some(isFilled);
    if (!isFirst && shown?.isLast !== true) return null;
    const from = isFirst ? 0 : more;
    return cells.slice(from, from + this.width).map(({ text }) => text);
  }
}

interface Shown {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function shownBy(alike: readonly (readonly GridCell[])[], width: number, isFilledBehind: boolean): Shown {
  const isBlankBut = (isWithin: (at: number, count: number) => boolean) =>
    alike.every((row) => row.every((cell, at) => isWithin(at, row.length) || !isFilled(cell)));
  const isShown = (at: number) => alike.some((row) => isFilled(row.at(at)));
  return {
    isFirst: (isShown(0) || isFilledBehind) && isBlankBut((at) => at < width),
    isLast: isShown(-1) && isBlankBut((at, count) => at >= count - width),
  };
}

function shapeOf(cells: readonly GridCell[]): string {
  return `${String(cells[0]?.column ?? 0)} ${String(cells.length)}`;
}

function isFilled(cell: GridCell | undefined): boolean {
  return cell !== undefined && cell.text.trim() !== '';
}
