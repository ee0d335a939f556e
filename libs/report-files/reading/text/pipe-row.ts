/** A whole table of HTML; none in another. Not global: `test` keeps no state. */
export const HTML_TABLE = /<table\b(?:(?!<table\b)[^])*?<\/table\s*>/i;

const UNDER_HEAD = String.raw`\s*(?:-{2,}|:-+:?|-+:)\s*`;
const UNDER_HEADS = new RegExp(String.raw`^\s*(?=.*\|)\|?${UNDER_HEAD}(?:\|${UNDER_HEAD})*\|?\s*$`);
const PIPE = /(?<!\\)\|/;

/** Whether a line is that of the dashes under the heads of a table. A single dash without a colon is a cell: offices print it for 0. */
export function isUnderHeads(line: string): boolean {
  return line.length < 10_000 && UNDER_HEADS.test(line);
}

/** Whether a line may be a row of a table: it holds a pipe that is not escaped. */
export function hasPipe(line: string): boolean {
  return PIPE.test(line);
}

/**
 * The cells of a row; the pipes at its ends may be missing, `\|` is a pipe in a cell, any other escaped sign is itself, `<br>` a line break,
 * `**` emphasis, `NaN` what programs write for a blank.
 */
export function pipeCells(row: string): readonly string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(PIPE).map((cell) =>
    cell
      .trim()
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/<br\s*\/?>/gi, '\n')
      .replace(/&nbsp;/gi, '\u00A0')
      .replace(/^(\*\*|__)(.*)\1$/s, '$2')
      .replace(/^nan$/i, ''),
  );
}
