/** From a row to a row, or from a column to a column, both included. */
export interface Extent {
  readonly first: number;
  readonly last: number;
}

/** The rows of a sheet, or its columns, that are left when hidden and empty ones are taken out, counted from 0. */
export interface Axis {
  readonly length: number;
  /** How many are hidden although something stands in them. */
  readonly hidden: number;
  /** Where an extent stands among those left; `null` where all of it is hidden. */
  place(extent: Extent): { readonly at: number; readonly size: number } | null;
}

/** The axis along which some cells with content extend. */
export function axisOf(
  facts: readonly ({ readonly hidden?: boolean } | undefined)[],
  extents: readonly Extent[],
): Axis {
  const isHidden = (index: number) => facts[index]?.hidden === true;
  const firstShown = ({ first, last }: Extent): number | null => {
    let at = first;
    while (at <= last && isHidden(at)) at++;
    return at <= last ? at : null;
  };
  const starts = extents.flatMap((extent) => firstShown(extent) ?? []);
  const kept = [...new Set(starts)].sort((a, b) => a - b);
  const positions = new Map(kept.map((index, at) => [index, at]));
  return {
    length: kept.length,
    hidden: new Set(extents.map(({ first }) => first).filter(isHidden)).size,
    place(extent) {
      const at = positions.get(firstShown(extent) ?? -1);
      if (at === undefined) return null;
      let size = 1;
      while ((kept[at + size] ?? Infinity) <= extent.last) size++;
      return { at, size };
    },
  };
}
