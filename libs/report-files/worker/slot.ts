import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PublishedFile } from '../reading/read-published-file.js';
import type { FileToRead } from '../reading/read-report-file.js';
import { outcomeOf } from './answer.js';
import { ask, type WorkerLimits } from './ask.js';

/** The worker stands beside this file, in TypeScript or compiled as this one is. */
const SCRIPT = new URL(`./report-worker${extname(import.meta.url)}`, import.meta.url);

/** One worker thread, made when first needed and made anew after a file that broke it. Reads one file at a time. */
export class Slot {
  #worker: Worker | null = null;

  constructor(private readonly limits: WorkerLimits) {}

  /** Reads a file, within the limits of time and memory. Raises `UnreadableFile`. */
  async read(file: FileToRead): Promise<PublishedFile> {
    const worker = (this.#worker ??= started(this.limits));
    worker.ref();
    const { answer, fit } = await ask(worker, file, this.limits);
    // An idle thread keeps no process alive.
    worker.unref();
    if (!fit) await this.close();
    return outcomeOf(file.name, answer);
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

/** What libraries print about a file is of no use to anybody and is not shown. */
function started({ memory }: WorkerLimits): Worker {
  const worker = new Worker(SCRIPT, {
    resourceLimits: { maxOldGenerationSizeMb: memory },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
