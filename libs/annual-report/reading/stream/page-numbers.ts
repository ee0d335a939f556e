import type { Placed } from './sections.js';

/** Pages that may follow the last one whose number was found. */
const PAGES_AHEAD = 3;

/**
 * Numbers, as printed, that could be those of pages where they stand alone on a line within a table: where the running text has lone
 * numbers on lines of their own, the pages are numbered without any sign, and every number that is missing among them stands in a table.
 */
export function pageNumbersIn(placed: readonly Placed[]): ReadonlySet<string> {
  const seen = placed.flatMap(({ item, section }) =>
    (section < 2 || section > 4) && item.kind === 'figures' && item.text === '' && item.cells.length === 1
      ? [Number(item.cells[0])].filter((number) => Number.isSafeInteger(number) && number < LAST_PAGE)
      : [],
  );
  if (seen.length === 0) return new Set();
  const pages = Array.from({ length: Math.max(...seen) + PAGES_AHEAD }, (_, index) => index + 1);
  return new Set(pages.filter((page) => !seen.includes(page)).map(String));
}

/** No report has as many pages. */
const LAST_PAGE = 1_000;

/** Why a figure on a line of its own is not read. */
export const MAY_BE_PAGE = '每行一个数字，其中有的可能是页码';
