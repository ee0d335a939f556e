const MEBIBYTE = 1_048_576;

/**
 * Bounds of what is read, far above any real report (the largest seen have some 2 MiB). They are checked before the work, not after,
 * so that a hostile file costs no more than a large honest one.
 */
export const READING_LIMITS = {
  /** Bytes of a file. */
  fileBytes: 32 * MEBIBYTE,
  /** Parts in a DOCX or XLSX. */
  zipEntries: 2_000,
  /** Bytes of all parts that are needed, inflated. */
  inflatedBytes: 64 * MEBIBYTE,
  /** How many times larger than its packed form a part may become, beyond its first mebibyte. */
  inflationRatio: 250,
  /** Open elements of HTML within each other. */
  htmlDepth: 1_000,
  /** Columns of a table; what spans more is cut there. */
  gridColumns: 256,
  /** Cells of all tables of a document together. */
  gridCells: 200_000,
  /** Lines of a document. */
  lines: 200_000,
  /** Pages of a PDF. */
  pages: 500,
  /** Rows of a worksheet. */
  sheetRows: 20_000,
  /** Time for one file, milliseconds. */
  milliseconds: 60_000,
  /** Memory for one file, mebibytes. */
  memory: 768,
} as const;
