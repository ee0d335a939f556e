import type { DatabaseSync } from 'node:sqlite';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { guarded } from './sqlite-faults.js';
import { query } from './statements.js';

/** Logs below so many events are checked sooner than a thread starts. */
const WORTH_A_THREAD = 10_000;

/** What SQLite says of a file in which it finds nothing. */
const SOUND = 'ok';

/** SQLite's own check of pages and indexes, on its way. */
export interface PageCheck {
  /** What SQLite found first, in its words; `null` when the file is sound. Raises what SQLite raises, translated. */
  result(): Promise<string | null>;
  /** Ends a check whose result nobody wants any more. */
  abandon(): Promise<void>;
}

/**
 * Begins the check of a log with so many events: in a thread with a connection of its own while something else goes on, or, for a
 * small log and where no second connection can be had, on `database` when the result is asked for.
 */
export function beginPageCheck(database: DatabaseSync, file: string, events: number): PageCheck {
  const here = (): string | null => guarded(() => checkPages(database));
  if (events < WORTH_A_THREAD) return { result: async () => here(), abandon: async () => undefined };
  const thread = new Worker(new URL(`page-check.thread${extname(import.meta.filename)}`, import.meta.url), {
    workerData: file,
  });
  const found = new Promise<string | null | undefined>((done) => {
    thread.once('message', (words: string) => done(words === SOUND ? null : words));
    // No second connection (a read-only medium), or pages that SQLite cannot even walk: asked again here, it says which.
    thread.once('error', () => done(undefined));
    thread.once('exit', () => done(undefined));
  });
  return {
    result: async () => {
      const words = await found;
      return words === undefined ? here() : words;
    },
    abandon: async () => void (await thread.terminate()),
  };
}

function checkPages(database: DatabaseSync): string | null {
  const [words] = query<[], readonly [string]>(database, 'PRAGMA integrity_check(1)').one() ?? [];
  return words === SOUND ? null : (words ?? '');
}
