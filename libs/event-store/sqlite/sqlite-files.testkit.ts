import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of one test. */
export interface TestDirectory {
  /** Path of the log inside; nothing is there yet. */
  readonly file: string;
  readonly remove: () => Promise<void>;
}

/** Makes an empty directory under the system's temporary one. */
export async function testDirectory(): Promise<TestDirectory> {
  const directory = await mkdtemp(join(tmpdir(), 'gongkai-store-'));
  return { file: join(directory, 'events.db'), remove: () => rm(directory, { recursive: true, force: true }) };
}
