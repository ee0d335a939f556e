import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * Of every entry. ZIP stores local time without a zone: made from local parts, the date is the same bytes in every time zone.
 */
const ENTRY_DATE = new Date(2000, 0, 1);

/** The part that readers look for first. */
const FIRST = '[Content_Types].xml';

/**
 * The same package (DOCX, XLSX) with its entries in a fixed order, under a fixed date, packed by one program: what is in it alone
 * decides the bytes. `mend` may change the text of a part.
 */
export function repack(archive: Uint8Array, mend: (path: string, text: string) => string): Uint8Array {
  const parts = unzipSync(archive);
  const paths = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries: Zippable = {};
  for (const path of paths) {
    const bytes = parts[path] ?? new Uint8Array();
    entries[path] = [/\.(xml|rels)$/.test(path) ? strToU8(mend(path, strFromU8(bytes))) : bytes, { level: 9 }];
  }
  return zipSync(entries, { mtime: ENTRY_DATE });
}

function rank(path: string): number {
  return path === FIRST ? 0 : 1;
}
