import { StoreCorrupt } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { numberOf, positionOf } from '../positions.js';
import {
  damageOf,
  type Damage,
  verifyChains,
  type HashedEvent,
  type StreamEnd,
  type Verification,
  type VerifyOptions,
} from '../verify.js';
import { checkAcknowledged, readAcknowledged } from './acknowledged-head.js';
import { missingEvent, structuralDamage, unreadableEvent } from './locate-damage.js';
import { brokenFrame } from './pages/wal-checksum.js';
import { beginPageCheck } from './page-check.js';
import { damaged, type EventRow } from './rows.js';
import { changedDefinition, PAGE_SIZE } from './schema.js';
import { guarded, mayBeDamage } from './sqlite-faults.js';
import { query } from './statements.js';
import { damagedPages } from './verify-pages.js';

const PAGE = 1000;

/**
 * Verifies a log file: the acknowledged head, positions without a gap, every hash over the bytes as stored, SQLite's own check
 * of pages and indexes, on a large log in a thread beside, and the definitions of tables and triggers. Damage that can be told by stream and revision comes first.
 */
export async function verifySqlite(
  database: DatabaseSync,
  file: string,
  options: VerifyOptions,
): Promise<Verification> {
  try {
    const head = guarded(() => {
      checkAcknowledged(database, readAcknowledged(file));
      return query<[], readonly [number]>(database, 'SELECT coalesce(max(position), 0) FROM events').one()?.[0] ?? 0;
    });
    return await verifyFile(database, file, head, options);
  } catch (error) {
    if (!mayBeDamage(error)) throw error;
    const page = damagedPages(file);
    if (page?.page !== undefined && (error.kind === 'corrupt' || page.offset !== undefined))
      return { streams: 0, events: 0, damage: located(page, damageOf(error)) };
    if (error.kind === 'corrupt') return { streams: 0, events: 0, damage: withFrame(damageOf(error), file) };
    throw error;
  }
}

async function verifyFile(
  database: DatabaseSync,
  file: string,
  head: number,
  { upTo, onEnds, ...options }: VerifyOptions,
): Promise<Verification> {
  const last = upTo === undefined ? head : Math.min(head, numberOf(upTo));
  const pages = beginPageCheck(database, file, head);
  try {
    let ends: ReadonlyMap<string, StreamEnd> = new Map();
    const pagesFound = guarded(() => damagedPages(file, head));
    const chains = await verifyChains(
      storedPages(database, last),
      { ...options, onEnds: (found) => (ends = found) },
      last,
    );
    const walked = { ...chains, pagesChecked: pagesFound !== undefined };
    // What the page says was written there before a walk over altered rows, which may take one stream for another.
    if (pagesFound?.page !== undefined) return { ...walked, damage: located(pagesFound, chains.damage) };
    if (walked.damage) return walked;
    const words = await pages.result();
    if (words !== null) return { ...walked, damage: damageOf(structuralDamage(database, words)) };
    const changed = guarded(() => changedDefinition(database));
    if (changed !== null) return { ...walked, damage: damageOf(new StoreCorrupt(`事件库中 ${changed} 的定义被改动`)) };
    if (pagesFound) return { ...walked, damage: pagesFound };
    onEnds?.(ends);
    return walked;
  } finally {
    await pages.abandon();
  }
}

/** Damage for which no page of the file accounts: the frame of the write-ahead log at which SQLite stopped reading it. */
function withFrame(damage: Damage, file: string): Damage {
  const broken = brokenFrame(`${file}-wal`, PAGE_SIZE);
  if (broken === undefined) return damage;
  const { frame, page } = broken;
  const where = page === undefined ? '文件头' : `第 ${frame} 帧（存有第 ${page} 页）`;
  return { ...damage, what: `${damage.what}；写前日志（-wal）的${where}校验不符` };
}

/** Damage of a page; where more than a byte was changed, and the page no longer tells of what, with the event at which the chains end. */
function located(page: Damage, chain: Damage | undefined): Damage {
  return page.offset !== undefined || chain === undefined
    ? page
    : { ...chain, ...page, what: `${page.what}；${chain.what}` };
}

async function* storedPages(
  database: DatabaseSync,
  head: number,
): AsyncGenerator<readonly HashedEvent[], void, undefined> {
  const names = guarded(
    () => new Map(query<[], readonly [number, string]>(database, 'SELECT id, name FROM streams').all()),
  );
  const page = query<[number, number], StoredRow>(
    database,
    `SELECT position, stream, revision, id, type, version, data, metadata, hash FROM events
     WHERE position > ? AND position <= ? ORDER BY position`,
  );
  for (let after = 0; after < head; after += PAGE) {
    const last = Math.min(after + PAGE, head);
    const rows = readRows(() => page.all(after, last), database, after, last);
    if (rows.length === last - after) {
      // Positions are whole, unique and in order: so many of them leave no gap.
      yield rows.map((row) => hashedEvent(row, names));
      continue;
    }
    const gap = rows.findIndex((row, index) => row[0] !== after + index + 1);
    const sound = gap < 0 ? rows : rows.slice(0, gap);
    yield sound.map((row) => hashedEvent(row, names));
    throw missingEvent(database, after + sound.length + 1);
  }
}

/** As {@link EventRow}, with the number of the stream in place of its name: names are few and read once. */
type StoredRow = readonly [
  position: number,
  stream: number,
  revision: number,
  id: string,
  type: string,
  version: number,
  data: string,
  metadata: string,
  hash: string,
];

function hashedEvent(row: StoredRow, names: ReadonlyMap<number, string>): HashedEvent {
  const stream = names.get(row[1]);
  if (stream === undefined) throw damaged([row[0], null, ...row.slice(2)] as unknown as EventRow, '所属流的记录缺失');
  return {
    position: positionOf(row[0]),
    stream,
    revision: row[2],
    id: row[3],
    type: row[4],
    version: row[5],
    data: row[6],
    metadata: row[7],
    hash: row[8],
  };
}

function readRows(
  read: () => readonly StoredRow[],
  database: DatabaseSync,
  after: number,
  last: number,
): readonly StoredRow[] {
  try {
    return guarded(read);
  } catch (error) {
    if (error instanceof StoreCorrupt) throw unreadableEvent(database, after, last, error);
    throw error;
  }
}
