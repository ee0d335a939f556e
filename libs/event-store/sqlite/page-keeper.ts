import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { statSync } from 'node:fs';
import { readPageSums, sumsOfFile, writePageSums } from './pages/page-sums.js';
import { framesOf } from './pages/wal-frames.js';
import { PAGE_SIZE } from './schema.js';
import { query, type Query } from './statements.js';

/** Frames in the write-ahead log at which it is merged into the file. */
const CHECKPOINT_AT = 4000;

/**
 * Keeps the checksums of all pages beside the log, and therefore decides when the write-ahead log is merged into the file: the sums are
 * always written first (ADR 0019). So a page that differs from its sum is either in the write-ahead log too, which is then the
 * one that counts, or damaged. That holds at every instant at which the process may be killed.
 */
export class PageKeeper {
  readonly #file: string;
  readonly #sums: number[];
  readonly #frames: Query<[], readonly [busy: number, frames: number, merged: number]>;
  readonly #merge: Query<[], readonly [number, number, number]>;
  readonly #head: Query<[], readonly [number]>;

  constructor(database: DatabaseSync, file: string) {
    this.#file = file;
    this.#frames = query(database, 'PRAGMA wal_checkpoint(NOOP)');
    this.#merge = query(database, 'PRAGMA wal_checkpoint(PASSIVE)');
    this.#head = query(database, 'SELECT coalesce(max(position), 0) FROM events');
    database.exec('PRAGMA wal_autocheckpoint = 0');
    const kept = readPageSums(file);
    if (typeof kept === 'object' && !this.#isBehind(kept.head)) {
      this.#sums = [...kept.sums];
      return;
    }
    this.#sums = sumsOfFile(file, PAGE_SIZE);
    this.write();
  }

  /** After a commit: merges a write-ahead log that has become long, its sums first. */
  afterCommit(): void {
    const frames = this.#frames.one()?.[1] ?? 0;
    if (frames < CHECKPOINT_AT) return;
    this.write();
    this.#merge.one();
  }

  /** Brings the sums up to what the write-ahead log holds. Must come before anything that merges it, closing the database too. */
  write(): void {
    const waiting: { readonly page: number; readonly sum: number }[] = [];
    for (const { page, bytes, size } of framesOf(`${this.#file}-wal`, PAGE_SIZE)) {
      waiting.push({ page, sum: crc32(bytes) });
      if (size === 0) continue;
      for (const one of waiting) this.#sums[one.page - 1] = one.sum;
      waiting.length = 0;
      this.#sums.length = size;
    }
    writePageSums(this.#file, { head: this.#head.one()?.[0] ?? 0, sums: this.#sums });
  }

  /** Before the database is closed, which merges what is left. */
  beforeClose(): void {
    if ((this.#frames.one()?.[1] ?? 0) > 0) this.write();
  }

  /** Whether something else than this class has merged a write-ahead log: then there is none, and the file knows more than its sums. */
  #isBehind(head: number): boolean {
    const wal = statSync(`${this.#file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    return wal === 0 && (this.#head.one()?.[0] ?? 0) !== head;
  }
}
