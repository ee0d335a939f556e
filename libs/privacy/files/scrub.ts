import { StoreUnavailable } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { query } from './statements.js';

/**
 * Leaves in the file and its write-ahead log nothing but what is stored now. `secure_delete` zeroes deleted rows, but rows
 * that SQLite moved earlier can have left copies in the slack of pages, hence the VACUUM; and the write-ahead log holds old
 * pages until it is cut. Needs room for a copy of the file. Raises `vault-locked` while a transaction reads older pages.
 */
export function scrub(database: DatabaseSync): void {
  database.exec('VACUUM');
  const [busy] = query<[], readonly [number]>(database, 'PRAGMA wal_checkpoint(TRUNCATE)').one() ?? [1];
  if (busy !== 0) throw new StoreUnavailable('vault-locked', '有进程正在读取个人信息库，旧数据页暂不能清除');
}
