import { StoreCorrupt } from '#kernel';
import type { DatabaseSync } from 'node:sqlite';
import { positionOf } from '../positions.js';
import type { IndexFault } from './index-entries.js';
import { guarded } from './sqlite-faults.js';
import { query } from './statements.js';

/** How SQLite names an event in its report: the row is the number of the position. */
const ROW = /\brow (\d+)\b/;

/** Damage of the file's structure, in the words of SQLite, as an error, with the event at which it lies where SQLite names one. */
export function structuralDamage(database: DatabaseSync, words: string): StoreCorrupt {
  const number = ROW.exec(words)?.[1];
  const facts = number === undefined ? {} : placeOf(database, Number(number));
  return new StoreCorrupt(`事件库文件结构已损坏：${words}`, facts);
}

/** An index that is not what the events say, as an error, with the event as the table of events has it. */
export function wrongIndex(database: DatabaseSync, { fault, position }: IndexFault): StoreCorrupt {
  const event = query<[number], readonly [string, number]>(
    database,
    'SELECT s.name, e.revision FROM events e NOT INDEXED JOIN streams s ON s.id = e.stream WHERE e.position = ?',
  );
  const place = position === undefined ? undefined : event.one(position);
  return new StoreCorrupt(`事件库文件结构已损坏：${fault}`, {
    ...(position === undefined ? {} : { position: positionOf(position) }),
    ...(place === undefined ? {} : { stream: place[0], revision: place[1] }),
  });
}

/** The first event behind `after` that cannot be read, as an error; for a page of events that SQLite refused as corrupt. */
export function unreadableEvent(database: DatabaseSync, after: number, last: number, cause: unknown): StoreCorrupt {
  const event = query<[number], readonly number[]>(
    database,
    'SELECT stream, revision, version, length(data) + length(metadata) FROM events WHERE position = ?',
  );
  let number = after + 1;
  while (number < last && isReadable(() => event.one(number))) number++;
  return new StoreCorrupt('事件库文件已损坏：读不出该事件', placeOf(database, number), { cause });
}

/** A gap in the positions, as an error; the index may still know what stood there. */
export function missingEvent(database: DatabaseSync, number: number): StoreCorrupt {
  return new StoreCorrupt(`事件库缺少第 ${positionOf(number)} 位的事件`, placeOf(database, number));
}

/** Stream and revision from the index over both, which lies on other pages than the events. */
function placeOf(database: DatabaseSync, number: number): { position: string; stream?: string; revision?: number } {
  const position = positionOf(number);
  const index = query<[number], readonly [string, number]>(
    database,
    `SELECT s.name, e.revision FROM events e INDEXED BY sqlite_autoindex_events_2 JOIN streams s ON s.id = e.stream
     WHERE e.position = ?`,
  );
  let place: readonly [string, number] | undefined;
  return isReadable(() => (place = index.one(number))) && place !== undefined
    ? { position, stream: place[0], revision: place[1] }
    : { position };
}

/** False when SQLite cannot read what is asked; that there is damage is known already, and the question is only where. */
function isReadable(read: () => unknown): boolean {
  try {
    guarded(read);
    return true;
  } catch (error) {
    if (error instanceof StoreCorrupt) return false;
    throw error;
  }
}
