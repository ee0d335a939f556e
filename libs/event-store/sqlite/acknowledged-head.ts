import { StoreCorrupt } from '#kernel';
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { numberOf, positionOf } from '../positions.js';
import { query } from './statements.js';

/** The newest event that was acknowledged: number (see `positionOf`) and hash. */
export interface Acknowledged {
  readonly number: number;
  readonly hash: string;
}

const SHAPE = /^(\d{16}) ([0-9a-f]{64})\n$/;

/**
 * Keeps, beside the log, a note of what was last acknowledged. SQLite takes a write-ahead log that is cut or flipped for
 * one that ends early, and a file replaced by an older copy for the truth; against this note neither goes unseen.
 *
 * Written after the commit and never synced, so it can lag behind the log (after a power failure) but not run ahead of
 * it: a note without its event always means that something acknowledged is gone.
 */
export class AcknowledgedHead {
  readonly #descriptor: number;

  constructor(file: string) {
    this.#descriptor = openSync(pathOf(file), constants.O_RDWR | constants.O_CREAT);
  }

  /** Should this fail after a commit, the writer answers from the store, which holds the event: nothing depends on the note. */
  write({ number, hash }: Acknowledged): void {
    writeSync(this.#descriptor, `${positionOf(number)} ${hash}\n`, 0);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** The note beside `file`; undefined when there is none, or one that a power failure left unreadable. */
export function readAcknowledged(file: string): Acknowledged | undefined {
  let text: string;
  try {
    text = readFileSync(pathOf(file), 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [, position, hash] = SHAPE.exec(text) ?? [];
  return position !== undefined && hash !== undefined ? { number: numberOf(position), hash } : undefined;
}

/** Raises `StoreCorrupt` when the log does not hold the event that was noted as acknowledged. */
export function checkAcknowledged(database: DatabaseSync, noted: Acknowledged | undefined): void {
  if (noted === undefined) return;
  const stored = query<[number], readonly [string]>(database, 'SELECT hash FROM events WHERE position = ?').one(
    noted.number,
  );
  if (stored?.[0] === noted.hash) return;
  throw new StoreCorrupt('事件库缺少已确认写入的事件：写前日志（-wal）受损，或文件被换成了旧副本', {
    position: positionOf(noted.number),
  });
}

function pathOf(file: string): string {
  return `${file}.head`;
}
