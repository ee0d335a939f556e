import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** A prepared SELECT that gives rows as tuples. `Row` must list the columns in order. */
export interface Query<Parameters extends SQLInputValue[], Row extends readonly unknown[]> {
  one(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): readonly Row[];
}

/** Prepares {@link Query}. The types of the columns are those of the STRICT schema; SQLite itself keeps them. */
export function query<Parameters extends SQLInputValue[], Row extends readonly unknown[]>(
  database: DatabaseSync,
  sql: string,
): Query<Parameters, Row> {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return {
    one: (...parameters) => statement.get(...parameters) as unknown as Row | undefined,
    all: (...parameters) => statement.all(...parameters) as unknown as readonly Row[],
  };
}

/** Runs `work` in one write transaction: everything in it is committed, or nothing. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // Some errors (a full disk) have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
