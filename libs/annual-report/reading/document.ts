/**
 * A report as its file shows it, before anything in it is understood: what plain text, HTML, Markdown, DOCX, XLSX and the text layer
 * of a PDF are all turned into. Text is as in the file; nothing is normalised, filled in or left out.
 */
export interface ReportDocument {
  readonly blocks: readonly Block[];
}

/** A line of running text, or a table whose cells the file itself tells apart. In the order of reading. */
export type Block = TextLine | Grid;

/** One line, as it stands in a text file or as a renderer would break it; a paragraph of HTML or DOCX is one line. */
export interface TextLine {
  readonly kind: 'line';
  readonly text: string;
  readonly place: Place;
  /**
   * The pieces of the line with where they begin and end across the page, from left to right, where the file knows that (PDF).
   * Units are the file's own; only their order and nearness within one document mean anything.
   */
  readonly pieces?: readonly Piece[];
}

/** A piece of a line and its extent across the page, in integer thousandths of the page's width. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A table with cells of known place. Places covered by a merged cell hold no cell of their own. */
export interface Grid {
  readonly kind: 'grid';
  readonly cells: readonly GridCell[];
  readonly place: Place;
}

/** A cell; rows and columns count from 0, spans from 1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** Where somebody who opens the file finds it, in Chinese: `第 12 行`, `第 3 页第 5 行`, `工作表“表三”`, `第 2 个表`. */
export type Place = string;
