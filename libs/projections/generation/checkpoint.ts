import type { DatabaseSync } from 'node:sqlite';
import { BEFORE_ALL, type Position, type RecordedEvent } from '#kernel';
import { viewCorrupt } from '../projection-errors.js';

/** How far a file has come. */
export interface Checkpoint {
  /** Everything up to here is in the rows. Also moves over events that the filter leaves out. */
  readonly position: Position;
  /** Events folded since the beginning of the log. */
  readonly events: number;
  /** The last event folded: by its hash a file is known to belong to this log, and not to one restored from a backup. */
  readonly witness?: Witness;
}

/** What identifies an event and, through the hash chain, all events of its stream before it. */
export type Witness = Pick<RecordedEvent, 'stream' | 'revision' | 'position' | 'hash'>;

/** The checkpoint of an empty file. */
export const AT_START: Checkpoint = { position: BEFORE_ALL, events: 0 };

/** One row, in the same file and hence the same transaction as the rows it speaks of. */
export const CHECKPOINT_SCHEMA = `
CREATE TABLE projection_checkpoint (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  definition TEXT NOT NULL,
  position TEXT NOT NULL,
  events INTEGER NOT NULL,
  witness TEXT
) STRICT`;

/** Writes the first and only row of a new file. */
export function insertCheckpoint(db: DatabaseSync, definition: string): void {
  db.prepare('INSERT INTO projection_checkpoint VALUES (1, ?, ?, 0, NULL)').run(definition, BEFORE_ALL);
}

/** Reads the checkpoint. Raises `view-corrupt` when there is none or the file was made by another `definition`. */
export function readCheckpoint(db: DatabaseSync, definition: string): Checkpoint {
  const made = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'projection_checkpoint'").get();
  const row = made && db.prepare('SELECT definition, position, events, witness FROM projection_checkpoint').get();
  if (!row) throw viewCorrupt('视图文件中没有检查点');
  if (row['definition'] !== definition) throw viewCorrupt('视图文件由另一定义（表结构、过滤条件）生成');
  const checkpoint = { position: String(row['position']), events: Number(row['events']) };
  if (typeof row['witness'] !== 'string') return checkpoint;
  return { ...checkpoint, witness: JSON.parse(row['witness']) as Witness };
}

/** Prepares the move of the checkpoint; it raises `view-corrupt` when somebody else moved it, so nothing is ever folded twice. */
export function checkpointMover(db: DatabaseSync): (from: Checkpoint, to: Checkpoint) => void {
  const statement = db.prepare(
    'UPDATE projection_checkpoint SET position = ?, events = ?, witness = ? WHERE position = ? AND events = ?',
  );
  return (from, to) => {
    const witness = to.witness === undefined ? null : JSON.stringify(to.witness);
    const { changes } = statement.run(to.position, to.events, witness, from.position, from.events);
    if (Number(changes) !== 1) throw viewCorrupt('视图文件被另一程序改动');
  };
}

/** The checkpoint after folding `events` and scanning the log up to `next`. */
export function movedOver(from: Checkpoint, events: readonly RecordedEvent[], next: Position): Checkpoint {
  const last = events.at(-1);
  const moved = { ...from, position: next, events: from.events + events.length };
  if (!last) return moved;
  const { stream, revision, position, hash } = last;
  return { ...moved, witness: { stream, revision, position, hash } };
}
