import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, statSync } from 'node:fs';
import { note } from '../contract/sample-events.testkit.js';
import { openSqliteEventStore } from './open-sqlite-event-store.js';
import { testDirectory, type TestDirectory } from './sqlite-files.testkit.js';

const FRAME = 4096 + 24;

let directory: TestDirectory;
beforeEach(async () => {
  directory = await testDirectory();
});
afterEach(() => directory.remove());

describe('the checksums that a writer keeps', () => {
  it('fit at every moment: while it writes, when it is killed between two commits, over several merges', async () => {
    const { file } = directory;
    const writer = await openSqliteEventStore({ file, mode: 'writer' });
    const reader = await openSqliteEventStore({ file, mode: 'reader' });
    let [written, longest] = [0, 0];
    for (let round = 0; round < 14; round++) {
      const texts = Array.from({ length: 40 }, (_, n) => ({ n, text: '内容'.repeat(5_000) }));
      for (const data of texts) await note(writer, `case-${round % 3}`, 'any', data);
      written += texts.length;
      longest = Math.max(longest, statSync(`${file}-wal`).size / FRAME);
      const sound = { streams: Math.min(round + 1, 3), events: written, pagesChecked: true };
      expect(await reader.verify()).toEqual(sound);

      const killed = `${file}.killed-${round}`;
      for (const suffix of ['', '-wal', '.head', '.pages']) copyFileSync(file + suffix, killed + suffix);
      const afterwards = await openSqliteEventStore({ file: killed, mode: 'writer' });
      expect(await afterwards.verify()).toEqual(sound);
      await afterwards.close();
      const closed = await openSqliteEventStore({ file: killed, mode: 'reader' });
      expect(await closed.verify()).toEqual(sound);
      await closed.close();
    }
    await reader.close();
    await writer.close();
    // The write-ahead log was merged and begun anew rather than growing with all that was written.
    expect(longest).toBeGreaterThan(3_000);
    expect(longest).toBeLessThan(4_100);
    expect(statSync(file).size).toBeGreaterThan(4_100 * 3_900);
  }, 300_000);
});
