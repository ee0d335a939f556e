/** Largest file of a register, in bytes. A hundred thousand rows of thirty columns take about a third of it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Most bytes that a workbook may hold once inflated; beyond it the parts of a sheet no longer fit into one text. */
export const MAX_INFLATED_BYTES = 384 * 1024 * 1024;

/** Most parts of a workbook. */
export const MAX_PARTS = 10_000;

/** Most rows of a sheet. */
export const MAX_ROWS = 500_000;

/** Most cells that merging may fill. */
export const MAX_MERGED_CELLS = 5_000_000;
