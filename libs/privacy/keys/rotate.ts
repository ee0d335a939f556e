import type { DatabaseSync } from 'node:sqlite';
import { scrub } from '../files/scrub.js';
import { query, transaction } from '../files/statements.js';
import { scrubIncomplete, vaultCorrupt } from '../vault-errors.js';
import type { KeyWrap } from './key-wrap.js';

/** How far a rotation is, in keys. */
export interface RotationProgress {
  readonly done: number;
  readonly total: number;
}

/** Keys between two reports of progress. */
const STEP = 500;

type Row = readonly [name: string, master: string, sealed: Uint8Array];

/**
 * Wraps every key anew under the current master key and forgets the older master keys, in one transaction: a kill leaves
 * all as it was, and the rotation is simply run again; keys already under the current one are passed over. Afterwards no
 * byte that an older master key could open stands in the file, and only the current one need be given. Answers with the number of
 * keys that were wrapped anew. Raises `vault-corrupt` naming the `owner` of a key that cannot be opened (nothing is written),
 * `vault-scrub-incomplete` (the rotation holds; run it again).
 */
export function rotate(database: DatabaseSync, wrap: KeyWrap, report: (progress: RotationProgress) => void): number {
  const rewrapped = transaction(database, () => {
    database
      .prepare('INSERT OR IGNORE INTO masters (id, proof) VALUES (?, ?)')
      .run(wrap.current, wrap.proof(wrap.current));
    const secrets = rewrap(database, wrap, { table: 'secrets', column: 'name', kind: 'secret' }, () => undefined);
    const keys = rewrap(database, wrap, { table: 'data_keys', column: 'person', kind: 'person' }, report);
    database.prepare('DELETE FROM masters WHERE id <> ?').run(wrap.current);
    return secrets + keys;
  });
  try {
    scrub(database);
  } catch (error) {
    throw scrubIncomplete(error);
  }
  return rewrapped;
}

function rewrap(
  database: DatabaseSync,
  wrap: KeyWrap,
  { table, column, kind }: { readonly table: string; readonly column: string; readonly kind: string },
  report: (progress: RotationProgress) => void,
): number {
  const old = `FROM ${table} WHERE master <> ?`;
  const total = query<[string], readonly [number]>(database, `SELECT count(*) ${old}`).one(wrap.current)?.[0] ?? 0;
  const page = query<[string, string, number], Row>(
    database,
    `SELECT ${column}, master, sealed ${old} AND ${column} > ? ORDER BY ${column} LIMIT ?`,
  );
  const update = database.prepare(`UPDATE ${table} SET master = ?, sealed = ? WHERE ${column} = ?`);
  let last = '';
  for (let done = 0; done < total;) {
    const rows = page.all(wrap.current, last, STEP);
    if (rows.length === 0) throw vaultCorrupt('密钥库的索引已损坏', { file: 'keys.db' });
    for (const [name, master, sealed] of rows) {
      const key = wrap.unwrap({ master, sealed }, [kind, name]);
      const renewed = wrap.wrap(key, [kind, name]);
      key.fill(0);
      update.run(renewed.master, renewed.sealed, name);
      last = name;
    }
    done += rows.length;
    report({ done, total });
  }
  return total;
}
