/** Whether a typeface has a glyph for a code point. */
export type Coverage = (point: number) => boolean;

/** A run of code points with glyphs. */
type Range = readonly [first: number, last: number];

/**
 * The characters that an OpenType font can show, from its `cmap` (format 12, which every font with more than 65,536 characters to
 * choose from has). Raises `TypeError` where there is none.
 */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const ranges = rangesOf(view, subtable(view, tableOffset(view, 'cmap')));
  return (point) => {
    let [low, high] = [0, ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = ranges[middle] ?? [0, 0];
      if (point < first) high = middle - 1;
      else if (point > last) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function tableOffset(view: DataView, tag: string): number {
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const record = tables.find((at) => tagAt(view, at) === tag);
  if (record === undefined) throw new TypeError(`the font has no table ${tag}`);
  return view.getUint32(record + 8);
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));
}

function subtable(view: DataView, cmap: number): number {
  const records = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + 4 + index * 8);
  const found = records.map((at) => cmap + view.getUint32(at + 4)).find((at) => view.getUint16(at) === 12);
  if (found === undefined) throw new TypeError('the font has no cmap of format 12');
  return found;
}

/** Groups of a format 12 subtable; they are stored in order. A group that begins at glyph 0 begins with a missing one. */
function rangesOf(view: DataView, at: number): readonly Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index): Range => {
    const group = at + 16 + index * 12;
    const first = view.getUint32(group) + (view.getUint32(group + 8) === 0 ? 1 : 0);
    return [first, view.getUint32(group + 4)];
  });
}
