import { StoreCorrupt } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { numberOf } from '../positions.js';
import {
  damageOf,
  type Damage,
  verifyChains,
  type StreamEnd,
  type Verification,
  type VerifyOptions,
} from '../verify.js';
import { checkAcknowledged, readAcknowledged } from './acknowledged-head.js';
import type { FileFindings } from './index-entries.js';
import { structuralDamage, wrongIndex } from './locate-damage.js';
import { brokenFrame } from './pages/wal-checksum.js';
import { beginPageCheck } from './page-check.js';
import { changedDefinition, PAGE_SIZE } from './schema.js';
import { guarded, mayBeDamage } from './sqlite-faults.js';
import { query } from './statements.js';
import { addKeys, storedPages } from './stored-pages.js';
import { damagedPages } from './verify-pages.js';
import { WalkedKeys } from './walked-keys.js';

/**
 * Verifies a log file: the acknowledged head, positions without a gap, every hash over the bytes as stored, SQLite's own check
 * of pages, every entry of the indexes, on a large log in a thread beside, and the definitions of tables and triggers. Damage that can be
 * told by stream and revision comes first.
 */
export async function verifySqlite(
  database: DatabaseSync,
  file: string,
  options: VerifyOptions,
): Promise<Verification> {
  try {
    const head = guarded(() => {
      checkAcknowledged(database, readAcknowledged(file));
      return headOf(database);
    });
    return await verifyFile(database, file, head, options);
  } catch (error) {
    if (!mayBeDamage(error)) throw error;
    const page = damagedPages(file);
    if (page?.page !== undefined && (error.kind === 'corrupt' || page.offset !== undefined))
      return { streams: 0, events: 0, damage: located(page, damageOf(error), 'missing' in error.facts) };
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
    const keys = new WalkedKeys(pages.seed);
    let ends: ReadonlyMap<string, StreamEnd> = new Map();
    const chains = await verifyChains(
      storedPages(database, last, keys),
      { ...options, onEnds: (found) => (ends = found) },
      last,
    );
    const sums = await pages.sums();
    const pagesFound = guarded(() => damagedPages(file, headOf(database), sums));
    const walked = { ...chains, pagesChecked: pagesFound !== undefined };
    // What the page says was written there before a walk over altered rows, which may take one stream for another.
    if (pagesFound?.page !== undefined) return { ...walked, damage: located(pagesFound, chains.damage) };
    if (walked.damage) return walked;
    const wrong = faultOf(database, await pages.result(), keys, head);
    if (wrong) return { ...walked, damage: damageOf(wrong) };
    const changed = guarded(() => changedDefinition(database));
    if (changed !== null) return { ...walked, damage: damageOf(new StoreCorrupt(`事件库中 ${changed} 的定义被改动`)) };
    if (pagesFound) return { ...walked, damage: pagesFound };
    onEnds?.(ends);
    return walked;
  } finally {
    await pages.abandon();
  }
}

function headOf(database: DatabaseSync): number {
  return query<[], readonly [number]>(database, 'SELECT coalesce(max(position), 0) FROM events').one()?.[0] ?? 0;
}

/** What the look at the whole file found wrong, the indexes compared with every event up to `head`, walked or not. */
function faultOf(database: DatabaseSync, found: FileFindings, keys: WalkedKeys, head: number): StoreCorrupt | null {
  return guarded(() => {
    if ('words' in found) return structuralDamage(database, found.words);
    if ('fault' in found) return wrongIndex(database, found);
    addKeys(database, keys, head);
    const wrong = keys.comparedWith(found);
    return wrong && wrongIndex(database, wrong);
  });
}

/** Damage for which no page of the file accounts: the frame of the write-ahead log at which SQLite stopped reading it. */
function withFrame(damage: Damage, file: string): Damage {
  const broken = brokenFrame(`${file}-wal`, PAGE_SIZE);
  if (broken === undefined) return damage;
  const { frame, page } = broken;
  const where = page === undefined ? '文件头' : `第 ${frame} 帧（存有第 ${page} 页）`;
  return { ...damage, what: `${damage.what}；写前日志（-wal）的${where}校验不符` };
}

/**
 * Damage of a page; where more than a byte was changed, and the page no longer tells of what, with the event at which the chains end.
 * A log that ends early comes first: of an older copy beside newer checksums the pages differ as well, which explains nothing.
 */
function located(page: Damage, chain: Damage | undefined, endsEarly = false): Damage {
  if (page.offset !== undefined || chain === undefined) return page;
  const [first, then] = endsEarly ? [chain, page] : [page, chain];
  return { ...chain, ...page, what: `${first.what}；${then.what}` };
}
