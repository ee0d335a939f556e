import { crc32 } from 'node:zlib';

/** What the CRC of a single byte with nothing before it is, up to what the length adds: the table of CRC-32 itself. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const BYTE_OF = new Map(TABLE.entries().map(([byte, value]) => [value, byte]));
const INDEX_OF_TOP = new Map(TABLE.entries().map(([byte, value]) => [value >>> 24, byte]));

/** The one byte of a page that was changed: where it stands and what it was. */
export interface ChangedByte {
  readonly offset: number;
  readonly was: number;
}

/**
 * The byte whose change explains the checksum: CRC-32 is linear, so one changed byte leaves a difference that, run backwards from the
 * end of the page, becomes an entry of its table at the very place. `undefined` when no single byte, or more than one place, explains it.
 */
export function changedByte(bytes: Buffer, checksum: number): ChangedByte | undefined {
  let difference = (crc32(bytes) ^ checksum) >>> 0;
  if (difference === 0) return undefined;
  let found: ChangedByte | undefined;
  for (let offset = bytes.length - 1; offset >= 0; offset--) {
    const byte = BYTE_OF.get(difference);
    if (byte !== undefined && byte !== 0) {
      if (found !== undefined) return undefined;
      found = { offset, was: bytes[offset]! ^ byte };
    }
    const index = INDEX_OF_TOP.get(difference >>> 24)!;
    difference = (((difference ^ TABLE[index]!) << 8) | index) >>> 0;
  }
  return found;
}

/** The page with that byte put back; a copy. */
export function repaired(bytes: Buffer, { offset, was }: ChangedByte): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = was;
  return copy;
}
