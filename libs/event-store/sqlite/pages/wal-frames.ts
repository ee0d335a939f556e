import { closeSync, openSync, readSync } from 'node:fs';

const HEADER = 32;
const FRAME_HEADER = 24;

/** A page as the write-ahead log holds it. */
export interface Frame {
  readonly page: number;
  readonly bytes: Buffer;
  /** The header of the frame. */
  readonly header: Buffer;
  /** Pages of the file after the commit that this frame ends; 0 for a frame within one. */
  readonly size: number;
}

/**
 * The frames of the present round of a write-ahead log, in order (https://www.sqlite.org/walformat.html). What an earlier round left behind
 * them bears other salts and ends the reading; so does the end of the file. Checksums are SQLite's to check, when it
 * recovers; `brokenFrame` (wal-checksum.ts) finds where that ends. Nothing when there is no such file.
 */
export function* framesOf(wal: string, pageSize: number): Generator<Frame> {
  const header = walHeader(wal);
  const descriptor = header === undefined ? undefined : opened(wal);
  if (header === undefined || descriptor === undefined) return;
  try {
    const frame = Buffer.alloc(FRAME_HEADER + pageSize);
    for (let at = HEADER; readSync(descriptor, frame, 0, frame.length, at) === frame.length; at += frame.length) {
      if (!frame.subarray(8, 16).equals(header.subarray(16, 24))) return;
      yield {
        page: frame.readUInt32BE(0),
        size: frame.readUInt32BE(4),
        bytes: frame.subarray(FRAME_HEADER),
        header: frame.subarray(0, FRAME_HEADER),
      };
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The header of a write-ahead log; `undefined` when there is none. */
export function walHeader(wal: string): Buffer | undefined {
  const descriptor = opened(wal);
  if (descriptor === undefined) return undefined;
  try {
    const header = Buffer.alloc(HEADER);
    return readSync(descriptor, header, 0, HEADER, 0) < HEADER ? undefined : header;
  } finally {
    closeSync(descriptor);
  }
}

function opened(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
