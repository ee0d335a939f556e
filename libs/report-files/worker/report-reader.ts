import { GongkaiError } from '#kernel';
import { READING_LIMITS } from '../reading/limits.js';
import type { PublishedFile } from '../reading/read-published-file.js';
import { assertSize, type FileToRead } from '../reading/read-report-file.js';
import { UnreadableFile } from '#files';
import type { WorkerLimits } from './ask.js';
import { Slot } from './slot.js';

/** How many files may wait for their turn, each whole in memory. */
const MOST_WAITING = 8;

/**
 * Reads reports in a thread of its own, one after another, so that a hostile file takes neither the time of others nor the process
 * with it. Close it in the end.
 */
export class ReportReader {
  readonly #slot: Slot;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(limits: WorkerLimits = READING_LIMITS) {
    this.#slot = new Slot(limits);
  }

  /** The report in a file. Raises what `readPublishedFile` raises, and `reader-busy` (kind unavailable) when too many wait already. */
  async read(file: FileToRead): Promise<PublishedFile> {
    assertSizeOf(file);
    if (this.#waiting >= MOST_WAITING) {
      throw new GongkaiError('unavailable', 'reader-busy', '正在读取的报告过多，请稍后再试');
    }
    this.#waiting++;
    const turn = this.#last.then(() => this.#slot.read(file));
    this.#last = turn.then(
      () => this.#waiting--,
      () => this.#waiting--,
    );
    return turn;
  }

  /** Ends the thread; what is being read is given up. */
  async close(): Promise<void> {
    await this.#slot.close();
  }
}

function assertSizeOf({ name, bytes }: FileToRead): void {
  try {
    assertSize(bytes.length);
  } catch (error) {
    throw error instanceof UnreadableFile ? error.of(name) : error;
  }
}
