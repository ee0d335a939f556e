import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '#kernel';
import { resultCode, viewError } from '../projection-errors.js';

const BUSY = 5;

/**
 * Makes this process the one writer of a views directory; answers with the release. The lock is an exclusive transaction
 * on `views.lock`, hence a lock of the operating system: it survives no kill, and never needs to be cleared by hand.
 * Raises `views-in-use` (kind unavailable) when another runner, here or elsewhere, has it; `view-unavailable` when the
 * directory cannot be written.
 */
export function lockDirectory(directory: string): () => void {
  makeDirectory(directory);
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(directory, 'views.lock'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    throw resultCode(error) === BUSY
      ? new StoreUnavailable('views-in-use', '视图目录正被另一进程使用', { cause: error })
      : viewError(error);
  }
  const held = lock;
  return () => held.close();
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw new StoreUnavailable('view-unavailable', '视图目录不可写', { cause });
  }
}
