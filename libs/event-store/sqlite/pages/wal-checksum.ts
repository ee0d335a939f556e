import { framesOf, walHeader } from './wal-frames.js';

/** The running checksum of a write-ahead log: two 32-bit sums over pairs of words (walformat.html, "Checksum Algorithm"). */
type Sums = readonly [number, number];

const BIG_ENDIAN = 0x377f0683;

/** Where the checksums of a write-ahead log stop to fit. */
export interface BrokenFrame {
  /** Counted from 1; 0 for the header of the file. */
  readonly frame: number;
  /** The page that the frame holds. */
  readonly page?: number;
}

/** The first frame of the present round whose checksum does not fit, and with which SQLite's recovery ends; `undefined` when all fit. */
export function brokenFrame(wal: string, pageSize: number): BrokenFrame | undefined {
  const header = walHeader(wal);
  if (header === undefined) return undefined;
  const big = header.readUInt32BE(0) === BIG_ENDIAN;
  let sums = summed(header.subarray(0, 24), [0, 0], big);
  if (!agrees(sums, header, 24)) return { frame: 0 };
  let number = 0;
  for (const { page, bytes, header: own } of framesOf(wal, pageSize)) {
    number++;
    sums = summed(bytes, summed(own.subarray(0, 8), sums, big), big);
    if (!agrees(sums, own, 16)) return { frame: number, page };
  }
  return undefined;
}

function summed(bytes: Buffer, [first, second]: Sums, big: boolean): Sums {
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (big ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (big ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}

function agrees([a, b]: Sums, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;
}
