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

/**
 * Raises `StoreCorrupt` when the log does not hold the event that was noted as acknowledged: its end is missing (`lastPosition` is the last
 * one there is, `missing` how many events are), or another event stands there.
 */
export function checkAcknowledged(database: DatabaseSync, noted: Acknowledged | undefined): void {
  if (noted === undefined) return;
  const stored = query<[number], readonly [string]>(database, 'SELECT hash FROM events WHERE position = ?').one(
    noted.number,
  );
  if (stored?.[0] === noted.hash) return;
  throw faultOf(database, noted.number);
}

const SECTION = '运维手册“备份与恢复”';

function faultOf(database: DatabaseSync, noted: number): StoreCorrupt {
  const position = positionOf(noted);
  const ends = query<[], readonly [number, number]>(
    database,
    'SELECT coalesce(max(position), 0), count(*) FROM events',
  );
  const [last, events] = ends.one() ?? [0, 0];
  if (last >= noted) {
    return new StoreCorrupt(
      `事件库位置 ${position} 的事件不是当时确认写入的那一条：这里可能换成了另一份日志，或该事件被改动；先找回原来的 log.db，见${SECTION}`,
      { position },
    );
  }
  const missing = noted - last;
  const end = last === 0 ? '中没有任何事件' : `止于位置 ${positionOf(last)}`;
  const gap = missing === 1 ? position : `${positionOf(last + 1)} 至 ${position}`;
  const before = events === last ? '此前的不缺' : `此前还缺少 ${last - events} 个`;
  return new StoreCorrupt(
    `事件库缺少已确认写入的事件：事件库${end}，末尾缺少位置 ${gap} 的 ${missing} 个，${before}。` +
      '多半是这里换成了较早的副本（如备份），或写前日志（-wal）丢失、受损；先找回较新的 log.db 和 log.db-wal。' +
      `有意恢复备份的，按${SECTION}移走 log.db.head 和 log.db.pages（页校验，因此也会不符）后再启动`,
    { position, lastPosition: positionOf(last), missing },
  );
}

function pathOf(file: string): string {
  return `${file}.head`;
}
