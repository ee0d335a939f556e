import { DatabaseSync } from 'node:sqlite';
import type { Position } from '#kernel';
import { breathe } from '../breathe.js';
import { definitionDigest } from '../definition.js';
import { readCheckpoint } from '../generation/checkpoint.js';
import { IN_MEMORY } from '../generation/generation.js';
import { viewError } from '../projection-errors.js';
import type { Projection } from '../projection.js';
import { rowsDigest } from './rows-digest.js';

/** The digest of a view and the place in the log that it speaks of. */
export interface ViewDigest {
  readonly position: Position;
  /** Events folded up to there. */
  readonly events: number;
  /** {@link rowsDigest}. */
  readonly digest: string;
}

/**
 * The digest of a file at one instant, while its writer goes on: rows and position are read in one read transaction.
 * In memory there is one connection only, so the digest is made without a pause.
 */
export async function digestOf(
  source: { readonly path: string; readonly db: DatabaseSync },
  projection: Projection,
): Promise<ViewDigest> {
  if (source.path === IN_MEMORY) return digestNow(source.db, projection);
  try {
    const db = new DatabaseSync(source.path, { readOnly: true });
    try {
      db.exec('BEGIN');
      return await digestNow(db, projection, breathe);
    } finally {
      db.close();
    }
  } catch (error) {
    throw viewError(error);
  }
}

async function digestNow(db: DatabaseSync, projection: Projection, pause?: () => Promise<void>): Promise<ViewDigest> {
  const { position, events } = readCheckpoint(db, definitionDigest(projection));
  return { position, events, digest: await rowsDigest(db, projection.tables, pause) };
}
