import type { Extent } from '../stream/item.js';

/**
 * The columns in which figures stand, each as far as it reaches, from lines that have one in every column; `null` where these do not
 * agree or there are none.
 */
export function columnsAcross(lines: readonly (readonly Extent[])[]): readonly Extent[] | null {
  const [first, ...rest] = lines;
  if (first === undefined) return null;
  const columns = first.map((extent, column) =>
    rest.reduce((hull, line) => {
      const other = line[column]!;
      return { left: Math.min(hull.left, other.left), right: Math.max(hull.right, other.right) };
    }, extent),
  );
  return columns.every((column, index) => index === 0 || columns[index - 1]!.right < column.left) ? columns : null;
}

/** The texts of a line column by column, blank where none stands; `null` where one is not clearly in one column of its own. */
export function inColumns(
  cells: readonly string[],
  extents: readonly Extent[],
  columns: readonly Extent[],
): readonly string[] | null {
  const places = extents.map((extent) => columnOf(extent, columns));
  if (places.some((place) => place === null) || new Set(places).size < places.length) return null;
  return columns.map((_, column) => cells[places.indexOf(column)] ?? '');
}

/** The column that something stands in: the only one it touches, or the nearest by far. */
function columnOf(extent: Extent, columns: readonly Extent[]): number | null {
  const touched = columns.flatMap((column, index) => (touches(extent, column) ? [index] : []));
  if (touched.length > 0) return touched.length === 1 ? touched[0]! : null;
  const byDistance = columns.map((column, index) => ({ index, gap: gapBetween(extent, column) }));
  byDistance.sort((a, b) => a.gap - b.gap);
  const [nearest, next] = byDistance;
  if (nearest === undefined) return null;
  return next === undefined || nearest.gap * NEARER_BY < next.gap ? nearest.index : null;
}

/** How many times farther off the next column must be. */
const NEARER_BY = 3;

function touches(a: Extent, b: Extent): boolean {
  return a.left <= b.right && b.left <= a.right;
}

function gapBetween(a: Extent, b: Extent): number {
  return Math.max(b.left - a.right, a.left - b.right);
}
