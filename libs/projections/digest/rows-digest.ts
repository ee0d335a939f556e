import { createHash, type Hash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { GongkaiError } from '#kernel';
import type { DigestedTable } from '../projection.js';

const ROWS_BETWEEN_BREATHS = 10_000;
const CHUNK = 65_536;

/**
 * SHA-256 in hex over the rows of `tables`: for each table a line with its name and columns, then a line per row in the
 * declared order, each a JSON list of integers, texts, nulls and `{"blob":hex}`. Streamed, so memory stays flat.
 * `breathe`, if given, is awaited now and then; the caller keeps the rows still meanwhile (a read transaction).
 * Raises `digest-order-ambiguous` (two rows equal in the order columns) and `digest-not-canonical` (a fraction), kind corrupt.
 */
export async function rowsDigest(
  db: DatabaseSync,
  tables: readonly DigestedTable[],
  breathe?: () => Promise<void>,
): Promise<string> {
  const hash = new ChunkedHash();
  let rows = 0;
  for (const { table, orderBy } of tables) {
    const select = db.prepare(`SELECT * FROM ${quoted(table)} ORDER BY ${orderBy.map(quoted).join(', ')}`);
    select.setReturnArrays(true);
    const columns = select.columns().map(({ name }) => name);
    const keys = orderBy.map((column) => columns.indexOf(column));
    hash.line(JSON.stringify([table, ...columns]));
    let previous: string | undefined;
    for (const record of select.iterate()) {
      // With `setReturnArrays` a row is a list; the type declarations do not say so.
      const row = record as unknown as readonly SQLOutputValue[];
      const key = JSON.stringify(keys.map((index) => canonical(row[index] ?? null, table)));
      if (key === previous) throw refused('digest-order-ambiguous', `表 ${table} 的排序列不唯一`);
      previous = key;
      hash.line(JSON.stringify(row.map((value) => canonical(value, table))));
      if (breathe && ++rows % ROWS_BETWEEN_BREATHS === 0) await breathe();
    }
  }
  return hash.hex();
}

function canonical(value: SQLOutputValue, table: string): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw refused('digest-not-canonical', `表 ${table} 含有非整数`);
  }
  return value instanceof Uint8Array ? { blob: Buffer.from(value).toString('hex') } : value;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function refused(code: string, message: string): GongkaiError {
  return new GongkaiError('corrupt', code, message);
}

/** Many short lines make few calls. */
class ChunkedHash {
  readonly #hash: Hash = createHash('sha256');
  #waiting = '';

  line(text: string): void {
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= CHUNK) this.#flush();
  }

  hex(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    this.#hash.update(this.#waiting);
    this.#waiting = '';
  }
}
