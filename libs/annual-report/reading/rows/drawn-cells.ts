import type { GridCell } from '../document.js';

/**
 * Where the figures stand among the cells right of the label, in rows that were drawn in text: merged cells leave blanks before them or
 * behind them, the same for all rows that begin with as many words and have as many cells. They stand first where some row of that shape
 * has a text in its first cell and none has one beyond `width`; they stand last likewise. What shows both, or neither, is not told, unless
 * the table is known to have such blanks at the end only (`isFilledBehind`).
 */
export class DrawnCells {
  readonly #shapes: ReadonlyMap<string, readonly (readonly GridCell[])[]>;

  constructor(
    rows: readonly (readonly GridCell[])[],
    readonly width: number,
    readonly isFilledBehind: boolean,
  ) {
    this.#shapes = Map.groupBy(rows, shapeOf);
  }

  /** The texts of the cells of figures; `null` where it is not told which these are. */
  textsOf(cells: readonly GridCell[]): readonly string[] | null {
    const more = cells.length - this.width;
    if (more < 0) return null;
    const isBlank = !cells.some(isFilled);
    const [first, last] = [more === 0 || isBlank || this.#isAt(0, cells), this.#isAt(more, cells)];
    if (!first && !last) return null;
    const texts = (offset: number) => cells.slice(offset, offset + this.width).map(({ text }) => text);
    return texts(first ? 0 : more);
  }

  #isAt(offset: number, cells: readonly GridCell[]): boolean {
    const alike = this.#shapes.get(shapeOf(cells)) ?? [];
    const isWithin = (at: number) => at >= offset && at < offset + this.width;
    const isShown = alike.some((row) => isFilled(row.at(offset === 0 ? 0 : -1)));
    return (
      (isShown || (this.isFilledBehind && offset === 0)) &&
      alike.every((row) => row.every((cell, at) => isWithin(at) || !isFilled(cell)))
    );
  }
}

function shapeOf(cells: readonly GridCell[]): string {
  return `${String(cells[0]?.column ?? 0)} ${String(cells.length)}`;
}

function isFilled(cell: GridCell | undefined): boolean {
  return cell !== undefined && cell.text.trim() !== '';
}
