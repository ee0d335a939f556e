import type { PackageLimits } from '#files';

/** Largest file of a register, in bytes. A hundred thousand rows of thirty columns take about a third of it. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** What a workbook may be once inflated. */
export const PACKAGE_LIMITS: PackageLimits = {
  zipEntries: 10_000,
  // Beyond it the parts of a sheet no longer fit into one text.
  inflatedBytes: 384 * 1024 * 1024,
  // A long register of rows much alike packs as well as a bomb does.
  inflationRatio: null,
};

/** Most rows of a sheet. */
export const MAX_ROWS = 500_000;

/** Most cells that merging may fill. */
export const MAX_MERGED_CELLS = 5_000_000;
