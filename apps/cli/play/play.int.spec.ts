import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Refused, StoreUnavailable } from '#kernel';
import { MAX_OUTSTANDING } from './outstanding.js';
import { play, type TakeLine } from './play.js';
import { MAX_LISTED } from './play-report.js';

const directory = mkdtempSync(join(tmpdir(), 'gongkai-play-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function fileOf(count: number): string {
  const path = join(directory, `${count}.jsonl`);
  const line = (index: number) =>
    JSON.stringify({ command: 'confirm-receipt', case: `C-${index}`, actor: 'a', role: 'handler', agency: 'town' });
  writeFileSync(path, Array.from({ length: count }, (_, index) => line(index)).join('\n'));
  return path;
}

const going = { goOn: true, signal: new AbortController().signal };
const stopping = { ...going, goOn: false };
const refusing = async (): Promise<never> => {
  throw new Refused('no', '不行');
};

/** Takes lines; what it took becomes durable when `flush` is called or, as a disk does, in the next turn of the event loop. */
function disk() {
  const waiting: (() => void)[] = [];
  const seen = { taken: [] as string[], most: 0 };
  const take: TakeLine = async (line) => {
    seen.taken.push(line.case!);
    const durable = new Promise<{ repeated: boolean }>((done) => waiting.push(() => done({ repeated: false })));
    seen.most = Math.max(seen.most, waiting.length);
    if (waiting.length === 1) setImmediate(() => waiting.splice(0).forEach((done) => done()));
    return { durable };
  };
  return { take, seen };
}

describe('playing', () => {
  it('takes lines in order and lets many of them wait for the disk together, but not without bound', async () => {
    const { take, seen } = disk();
    const report = await play([fileOf(2_000)], take, stopping);
    expect(report).toMatchObject({ recorded: 2_000, alreadyRecorded: 0, refused: 0, stopped: null });
    expect(seen.taken).toEqual(Array.from({ length: 2_000 }, (_, index) => `C-${index}`));
    expect(seen.most).toBeGreaterThan(100);
    expect(seen.most).toBeLessThanOrEqual(MAX_OUTSTANDING);
  });

  it('stops before the next line when one is refused, and waits for all before it', async () => {
    const { take, seen } = disk();
    const report = await play(
      [fileOf(10)],
      async (line, id, settled) => {
        return line.number === 4 ? refusing() : take(line, id, settled);
      },
      stopping,
    );
    expect(report).toMatchObject({
      recorded: 3,
      refused: 1,
      stopped: 'refused',
      refusedLines: [{ line: 4, case: 'C-3' }],
    });
    expect(seen.taken).toEqual(['C-0', 'C-1', 'C-2']);
  });

  it('told to go on, counts every refusal and lists the first thousand', async () => {
    const report = await play([fileOf(1_200)], refusing, going);
    expect(report).toMatchObject({ recorded: 0, refused: 1_200, stopped: null });
    expect(report.refusedLines).toHaveLength(MAX_LISTED);
  });

  it('is ended by a store that cannot serve, whatever it was told', async () => {
    const full = async () => {
      throw new StoreUnavailable('store-full', '磁盘已满');
    };
    await expect(play([fileOf(10)], full, going)).rejects.toThrow('磁盘已满');
  });

  it('is ended by an append that fails later, and loses no failure', async () => {
    let count = 0;
    const failing: TakeLine = async () => {
      const failed = ++count === 3;
      return {
        durable: failed
          ? Promise.reject(new StoreUnavailable('store-full', '磁盘已满'))
          : Promise.resolve({ repeated: false }),
      };
    };
    await expect(play([fileOf(10)], failing, going)).rejects.toThrow('磁盘已满');
  });

  it('takes no further line when it is interrupted', async () => {
    const { take, seen } = disk();
    const abort = new AbortController();
    const report = await play(
      [fileOf(10)],
      async (line, id, settled) => {
        if (line.number === 5) abort.abort();
        return take(line, id, settled);
      },
      { goOn: false, signal: abort.signal },
    );
    expect(report).toMatchObject({ recorded: 5, stopped: 'interrupted' });
    expect(seen.taken).toHaveLength(5);
  });

  it('lets a line wait for everything before it', async () => {
    const { take } = disk();
    let durableBefore = 0;
    const report = await play(
      [fileOf(6)],
      async (line, id, settled) => {
        if (line.number < 6) {
          const { durable } = await take(line, id, settled);
          void durable.then(() => durableBefore++);
          return { durable };
        }
        await settled();
        expect(durableBefore).toBe(5);
        return { durable: Promise.resolve({ repeated: true }) };
      },
      stopping,
    );
    expect(report).toMatchObject({ recorded: 5, alreadyRecorded: 1 });
  });
});
