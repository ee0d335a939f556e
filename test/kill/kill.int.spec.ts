import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '#event-store';
import { testDirectory, type TestDirectory } from '../../libs/event-store/sqlite/sqlite-files.testkit.js';
import { checkLog } from './check-log.js';
import { killRounds } from './harness.js';
import { killOffice } from './office-kill.js';
import { seededRandom } from './seeded-random.js';
import { startWorker } from './worker-process.js';

describe('a process killed while it appends', () => {
  let directory: TestDirectory;
  beforeEach(async () => {
    directory = await testDirectory();
  });
  afterEach(() => directory.remove());

  it('loses nothing acknowledged and leaves no half batch (full length: npm run test:kill)', async () => {
    const rounds = await killRounds({
      file: directory.file,
      rounds: 5,
      clients: 16,
      random: seededRandom(20240301),
    });
    expect(rounds.reduce((sum, round) => sum + round.acknowledged, 0)).toBeGreaterThan(0);
  });

  it('resumes its views to the digest of a rebuild, every acknowledged step there', async () => {
    const rounds = await killOffice({
      directory: join(dirname(directory.file), 'office'),
      rounds: 3,
      clients: 8,
      random: seededRandom(20240302),
    });
    expect(rounds.reduce((sum, round) => sum + round.acknowledged, 0)).toBeGreaterThan(0);
  });

  it('holds the log against a second process, and lets go of it when killed', async () => {
    const worker = startWorker(directory.file, 1, 2);
    await worker.ready;
    const opening = openSqliteEventStore({ file: directory.file, mode: 'writer' });
    await expect(opening).rejects.toMatchObject({ kind: 'unavailable', code: 'store-locked' });
    const reader = await openSqliteEventStore({ file: directory.file, mode: 'reader' });
    await reader.close();
    worker.kill();
    await worker.gone;
    const next = await openSqliteEventStore({ file: directory.file, mode: 'writer' });
    await next.close();
  });

  it('reports an unknown outcome when the disk fails under a commit; retries settle it', async () => {
    // A limit on the size of files makes writes fail with EFBIG, which SQLite takes for a failing disk.
    const worker = startWorker(directory.file, 1, 8, ['bash', '-c', 'ulimit -f 600; exec "$@"', '-']);
    await worker.ready;
    await worker.gone;
    const { sent, done, failed } = worker.told;
    expect(done.size).toBeGreaterThan(0);
    expect(failed.size).toBe(8);
    for (const code of failed.values()) expect(['outcome-unknown', 'store-failed', 'store-io-error']).toContain(code);
    const inFlight = [...failed.keys()].map((commandId) => sent.get(commandId)!);
    const acknowledged = [...done].map((commandId) => sent.get(commandId)!);
    await expect(checkLog(directory.file, acknowledged, inFlight)).resolves.toMatchObject({
      events: expect.any(Number),
    });
  });
});
