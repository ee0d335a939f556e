/**
 * Beginnings that a spreadsheet takes for a formula, the full-width ones included, which some versions read as such; blanks, tabs
 * and line breaks may be skipped before it looks.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A text that no spreadsheet executes: one that looks like a formula gets an apostrophe before it. Numbers are no texts. */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
