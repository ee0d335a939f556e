import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { rowsDigest } from './rows-digest.js';

function table(rows: string): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE TABLE t (k TEXT, n INTEGER, b BLOB, f ANY); ${rows}`);
  return db;
}

const T = [{ table: 't', orderBy: ['k', 'n'] }];
const digest = (rows: string): Promise<string> => rowsDigest(table(rows), T);

describe('the digest of rows', () => {
  it('is the SHA-256 of a header and one JSON list per row, in the declared order', async () => {
    const text = '["t","k","n","b","f"]\n["a",2,{"blob":"00ff"},null]\n["b",1,null,"é\\n"]\n';
    expect(await digest(`INSERT INTO t VALUES ('b', 1, NULL, 'é' || char(10)), ('a', 2, x'00ff', NULL)`)).toBe(
      createHash('sha256').update(text).digest('hex'),
    );
  });

  it('does not depend on the order of insertion, nor on pauses', async () => {
    const one = `INSERT INTO t (k, n) VALUES ('a', 1), ('b', 2)`;
    const other = `INSERT INTO t (k, n) VALUES ('b', 2), ('a', 1)`;
    expect(await digest(one)).toBe(await digest(other));
    const many = `INSERT INTO t (k, n) SELECT 'k', value FROM json_each('[${Array.from({ length: 25_000 }, (_, n) => n).join()}]')`;
    let pauses = 0;
    const paused = await rowsDigest(table(many), T, async () => {
      pauses++;
    });
    expect(paused).toBe(await digest(many));
    expect(pauses).toBe(2);
  });

  it.each([
    ['another value', `INSERT INTO t (k, n) VALUES ('a', 2)`],
    ['a number instead of its text', `INSERT INTO t (k, n, f) VALUES ('a', 1, 7)`],
    ['the text of a number', `INSERT INTO t (k, n, f) VALUES ('a', 1, '7')`],
    ['a row more', `INSERT INTO t (k, n) VALUES ('a', 1), ('a', 2)`],
    ['no rows', ''],
  ])('changes with %s', async (_, rows) => {
    const others = [`INSERT INTO t (k, n) VALUES ('a', 1)`, `INSERT INTO t (k, n, f) VALUES ('a', 1, x'37')`];
    for (const other of others) expect(await digest(rows)).not.toBe(await digest(other));
  });

  it('refuses an order that its rows do not determine', async () => {
    const ties = digest(`INSERT INTO t (k, n, f) VALUES ('a', 1, 'x'), ('a', 1, 'y')`);
    await expect(ties).rejects.toMatchObject({ code: 'digest-order-ambiguous' });
  });

  it('refuses fractions', async () => {
    await expect(digest(`INSERT INTO t (k, f) VALUES ('a', 0.5)`)).rejects.toMatchObject({
      code: 'digest-not-canonical',
    });
  });
});
