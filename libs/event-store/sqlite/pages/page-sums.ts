import { closeSync, fsyncSync, openSync, readFileSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/** The checksum of every page of a log file, as of an event. */
export interface PageSums {
  /** Number of the newest event when the sums were taken. */
  readonly head: number;
  /** CRC-32 by page, page 1 first. */
  readonly sums: readonly number[];
}

const MAGIC = Buffer.from('GKPAGES1');
const HEADER = 16;

/** Path of the sums beside a log. */
export function sumsPath(file: string): string {
  return `${file}.pages`;
}

/** The sums beside a log: `undefined` when there are none, `damaged` when the file of sums is itself not what was written. */
export function readPageSums(file: string): PageSums | 'damaged' | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(sumsPath(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const end = bytes.length - 4;
  if (end < HEADER || end % 4 !== 0 || !bytes.subarray(0, 8).equals(MAGIC)) return 'damaged';
  if (crc32(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) return 'damaged';
  const sums = Array.from({ length: (end - HEADER) / 4 }, (_, index) => bytes.readUInt32LE(HEADER + 4 * index));
  return { head: Number(bytes.readBigUInt64LE(8)), sums };
}

/** Puts the sums beside a log, whole or not at all, on the disk when this returns. */
export function writePageSums(file: string, { head, sums }: PageSums): void {
  const end = HEADER + 4 * sums.length;
  const bytes = Buffer.alloc(end + 4);
  MAGIC.copy(bytes);
  bytes.writeBigUInt64LE(BigInt(head), 8);
  sums.forEach((sum, index) => bytes.writeUInt32LE(sum, HEADER + 4 * index));
  bytes.writeUInt32LE(crc32(bytes.subarray(0, end)), end);
  const draft = `${sumsPath(file)}.new`;
  flushed(draft, 'w', (descriptor) => void writeSync(descriptor, bytes));
  renameSync(draft, sumsPath(file));
  flushed(dirname(file), 'r', () => undefined);
}

/** The sum of every page of a file as it stands, a last part of a page included; reads a megabyte at a time. */
export function sumsOfFile(file: string, pageSize: number): number[] {
  const descriptor = openSync(file, 'r');
  try {
    const sums: number[] = [];
    const chunk = Buffer.alloc(256 * pageSize);
    for (let at = 0, length; (length = readSync(descriptor, chunk, 0, chunk.length, at)) > 0; at += length)
      for (let page = 0; page < length; page += pageSize)
        sums.push(crc32(chunk.subarray(page, Math.min(page + pageSize, length))));
    return sums;
  } finally {
    closeSync(descriptor);
  }
}

function flushed(path: string, flags: string, write: (descriptor: number) => void): void {
  const descriptor = openSync(path, flags);
  try {
    write(descriptor);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
