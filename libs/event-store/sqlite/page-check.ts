import { getRandomValues } from 'node:crypto';
import { extname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { examineFile, type FileFindings, type Seed } from './index-entries.js';
import { PAGE_SIZE } from './schema.js';
import { guarded } from './sqlite-faults.js';

/** Logs below so many events are checked sooner than a thread starts. */
const WORTH_A_THREAD = 10_000;

/** A look at pages and indexes, on its way. */
export interface PageCheck {
  /** What the fingerprints of ids are taken with. */
  readonly seed: Seed;
  /** The checksum of every page of the file as it stands; `undefined` when nobody has read it. */
  sums(): Promise<ArrayLike<number> | undefined>;
  /** What was found. Raises what SQLite raises, translated. */
  result(): Promise<FileFindings>;
  /** Ends a check whose result nobody wants any more. */
  abandon(): Promise<void>;
}

/**
 * Begins the check of a log with so many events: in a thread with a connection of its own while something else goes on, or, for a
 * small log and where no second connection can be had, on `database` when the result is asked for.
 */
export function beginPageCheck(database: DatabaseSync, file: string, events: number): PageCheck {
  const seed = randomSeed();
  const here = (): FileFindings => guarded(() => examineFile(database, seed));
  if (events < WORTH_A_THREAD) {
    return { seed, sums: async () => undefined, result: async () => here(), abandon: async () => undefined };
  }
  const thread = new Worker(new URL(`page-check.thread${extname(import.meta.filename)}`, import.meta.url), {
    workerData: { file, pageSize: PAGE_SIZE, seed },
  });
  const said: Partial<ThreadFindings> = {};
  const ended = new Promise<void>((done) => {
    thread.on('message', (part: Partial<ThreadFindings>) => Object.assign(said, part));
    // No second connection (a read-only medium), or pages that SQLite cannot even walk: asked again here, it says which.
    thread.once('error', () => done());
    thread.once('exit', () => done());
  });
  return {
    seed,
    sums: async () => {
      await ended;
      return said.sums;
    },
    result: async () => {
      await ended;
      return said.findings ?? here();
    },
    abandon: async () => void (await thread.terminate()),
  };
}

/** What the thread says, each when it is known. */
interface ThreadFindings {
  readonly sums: Uint32Array;
  readonly findings: FileFindings;
}

function randomSeed(): Seed {
  const [one = 0, other = 0] = getRandomValues(new Int32Array(2));
  return [one, other];
}
