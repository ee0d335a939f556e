import type { DatabaseSync } from 'node:sqlite';
import { scrub } from '../files/scrub.js';
import type { KeyStore } from '../keys/key-store.js';
import type { Erasure } from '../person/erasure.js';
import type { RecordStore } from '../record-store.js';
import { scrubIncomplete } from '../vault-errors.js';

/** What an erasure works on. */
export interface Stores {
  readonly keys: KeyStore;
  readonly records: RecordStore;
  readonly databases: readonly DatabaseSync[];
}

/**
 * Erases persons. The order is the guarantee: a kill before the first commit leaves them intact, after it unreadable; the rest
 * only clears away what nobody can read, and is done again by the next writer that opens the vault ({@link unfinished}).
 * Raises `vault-scrub-incomplete` when the persons are unreadable but old bytes still stand in a file.
 */
export function destroy({ keys, records, databases }: Stores, erasures: readonly Erasure[]): void {
  if (erasures.length === 0) return;
  keys.destroy(erasures);
  try {
    records.destroy(erasures);
    databases.forEach(scrub);
    keys.markScrubbed(erasures);
  } catch (error) {
    throw scrubIncomplete(error);
  }
}

/**
 * Erasures that one of the files does not know, or whose bytes may still stand somewhere: after a kill, or after one file
 * was restored from a backup of before the erasure.
 */
export function unfinished({ keys, records }: Pick<Stores, 'keys' | 'records'>): readonly Erasure[] {
  const inKeys = new Map(keys.erasures().map((erasure) => [erasure.personRef, erasure]));
  const inRecords = new Map(records.erasures().map((erasure) => [erasure.personRef, erasure]));
  const open = new Map(keys.erasures({ unscrubbed: true }).map((erasure) => [erasure.personRef, erasure]));
  for (const [person, erasure] of inKeys) if (!inRecords.has(person)) open.set(person, erasure);
  for (const [person, erasure] of inRecords) if (!inKeys.has(person)) open.set(person, erasure);
  return [...open.values()];
}
