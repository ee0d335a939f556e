/** Marks between cells of a table that is drawn in text. */
const BETWEEN = /[|│┃｜║]/;

/** Fewer cells than this are not taken for a row. */
const FEWEST_CELLS = 2;

/** The cells of a line that is a row of a drawn table, blanks included; `null` for any other line. */
export function drawnRow(line: string): readonly string[] | null {
  if (BETWEEN.test(line)) {
    const cells = line.trim().split(BETWEEN);
    const inner = cells.slice(
      cells[0]?.trim() === '' ? 1 : 0,
      cells.at(-1)?.trim() === '' && cells.length > 1 ? -1 : undefined,
    );
    return inner.length >= FEWEST_CELLS ? inner.map((cell) => cell.trim()) : null;
  }
  const cells = line.split('\t').map((cell) => cell.trim());
  // A tab at the beginning indents a paragraph; one between two words of a label is a space.
  const isRow = cells.length > FEWEST_CELLS && cells.filter((cell) => cell !== '').length >= FEWEST_CELLS;
  return isRow ? cells : null;
}

/** A line that is nothing but a rule between rows. */
export function isRule(line: string): boolean {
  return /^[\s|+:\-─━═│┃┌┬┐└┴┘├┼┤┏┳┓┗┻┛┣╋┫╔╦╗╚╩╝╠╬╣=]+$/.test(line) && /[─━═=]|-{3}|[┌┬┐└┴┘├┼┤]/.test(line);
}
