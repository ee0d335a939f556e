import type { DatabaseSync } from 'node:sqlite';
import type { LogFilter } from '#event-store';
import type { RecordedEvent } from '#kernel';
import type { StreamHistory } from './stream-history.js';

/**
 * A read model: a fold of the log into SQL tables. It owns its tables alone and is a function of the events of each
 * stream and of their order, never of how streams interleave, of the batch size, a clock or another projection.
 */
export interface Projection {
  /** Lower-case letters, digits and hyphens; part of the file name. */
  readonly name: string;
  /** At least 1. Raise it whenever the same events would give other rows: the view is then built anew from the log. */
  readonly version: number;
  /**
   * What the projection never needs. There is no positive list of types on purpose: a type that nobody knew when this
   * was written must arrive, and stop the projection, rather than be missing from a figure.
   */
  readonly filter?: Omit<LogFilter, 'types'>;
  /** The types that the fold handles. Given, any other type that arrives stops the projection (`event-type-not-handled`). */
  readonly knownTypes?: readonly string[];
  /** `CREATE TABLE` and `CREATE INDEX` statements, run once on an empty file. Names beginning with `projection_` are taken. */
  readonly schema: string;
  /** The tables whose rows make the digest. */
  readonly tables: readonly DigestedTable[];
  /**
   * Prepares statements on an open file. Called again after every rollback: what the handlers keep in memory must be
   * in what this call returns, so that it never survives the rows it was read from.
   */
  open(db: DatabaseSync): ProjectionHandlers;
}

/** A table in the digest of a projection, in an order that its rows determine. */
export interface DigestedTable {
  readonly table: string;
  /** Columns that together are unique; the digest refuses an order with ties (`digest-order-ambiguous`). */
  readonly orderBy: readonly string[];
}

/**
 * The fold of one open file. Events come in the order of the log, payloads upcast to the present version, each exactly
 * once: rows and checkpoint are written in one transaction, and what lies before the checkpoint is not delivered again.
 */
export interface ProjectionHandlers<Prepared = unknown> {
  /** Reads what the rows alone do not tell, before the transaction. Sees no event behind those it is given. */
  prepare?(events: readonly RecordedEvent[], history: StreamHistory): Promise<Prepared>;
  /**
   * Writes the rows, inside the transaction: synchronous, no BEGIN or COMMIT. What it throws stops the projection at the
   * event at fault; to find that event, a batch that throws is folded again one event at a time.
   */
  apply(events: readonly RecordedEvent[], prepared: Prepared): void;
}
