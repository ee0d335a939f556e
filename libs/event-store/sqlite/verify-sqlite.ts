import { GongkaiError, StoreCorrupt } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { positionOf } from '../positions.js';
import { damageOf, verifyChains, type HashedEvent, type Verification, type VerifyOptions } from '../verify.js';
import { checkAcknowledged, readAcknowledged } from './acknowledged-head.js';
import { damaged, EVENT_COLUMNS, type EventRow } from './rows.js';
import { guarded } from './sqlite-faults.js';
import { query } from './statements.js';

const PAGE = 1000;

/**
 * Verifies a log file: SQLite's own check of pages and indexes, the acknowledged head, positions without a gap, and every
 * hash over the bytes as stored. The first of these blocks the process for some seconds on a large log.
 */
export async function verifySqlite(
  database: DatabaseSync,
  file: string,
  options: VerifyOptions,
): Promise<Verification> {
  try {
    guarded(() => {
      checkAcknowledged(database, readAcknowledged(file));
      checkPages(database);
    });
  } catch (error) {
    if (error instanceof GongkaiError && error.kind === 'corrupt')
      return { streams: 0, events: 0, damage: damageOf(error) };
    throw error;
  }
  const head = query<[], readonly [number]>(database, 'SELECT coalesce(max(position), 0) FROM events').one()?.[0] ?? 0;
  return verifyChains(storedPages(database, head), options, head);
}

function checkPages(database: DatabaseSync): void {
  const [found] = query<[], readonly [string]>(database, 'PRAGMA integrity_check(1)').one() ?? [];
  if (found !== 'ok') throw new StoreCorrupt(`事件库文件结构已损坏：${found ?? ''}`);
}

async function* storedPages(
  database: DatabaseSync,
  head: number,
): AsyncGenerator<readonly HashedEvent[], void, undefined> {
  const page = query<[number, number], EventRow>(
    database,
    `SELECT ${EVENT_COLUMNS} FROM events e LEFT JOIN streams s ON s.id = e.stream
     WHERE e.position > ? AND e.position <= ? ORDER BY e.position`,
  );
  for (let after = 0; after < head; after += PAGE) {
    const last = Math.min(after + PAGE, head);
    const rows = guarded(() => page.all(after, last));
    const gap = rows.findIndex((row, index) => row[0] !== after + index + 1);
    yield rows.slice(0, gap < 0 ? rows.length : gap).map(hashedEvent);
    if (gap >= 0 || rows.length < last - after) throw missing(after + (gap < 0 ? rows.length : gap) + 1);
  }
}

function hashedEvent(row: EventRow): HashedEvent {
  const [number, stream, revision, id, type, version, data, metadata, hash] = row;
  if (stream === null) throw damaged(row, '所属流的记录缺失');
  return { position: positionOf(number), stream, revision, id, type, version, data, metadata, hash };
}

function missing(number: number): StoreCorrupt {
  return new StoreCorrupt(`事件库缺少第 ${positionOf(number)} 位的事件`, { position: positionOf(number) });
}
