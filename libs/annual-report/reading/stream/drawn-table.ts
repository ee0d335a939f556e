/** Marks between cells of a table that is drawn in text. */
const BETWEEN = /[|│┃｜║]/;

/** Fewer cells than this are not taken for a row. */
const FEWEST_CELLS = 2;

/** A label with as many tabs has blank cells beside it: a row of table 3. */
const FEWEST_BLANKS = 8;

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
  const filled = cells.filter((cell) => cell !== '').length;
  const isBlankRow = filled === 1 && cells.length >= FEWEST_BLANKS && !/[。；]/.test(line);
  return (cells.length > FEWEST_CELLS && filled >= FEWEST_CELLS) || isBlankRow ? cells : null;
}

/** A line that is nothing but a rule between rows. */
export function isRule(line: string): boolean {
  return /^[\s|+:\-─━═│┃┌┬┐└┴┘├┼┤┏┳┓┗┻┛┣╋┫╔╦╗╚╩╝╠╬╣=]+$/.test(line) && /[─━═=]|-{3}|[┌┬┐└┴┘├┼┤]/.test(line);
}
