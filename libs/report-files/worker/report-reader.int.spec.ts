import { afterEach, describe, expect, it } from '@jest/globals';
import { READING_LIMITS } from '../reading/limits.js';
import { bytesOf, expectedOf } from '../testkit/fixtures.js';
import { ReportReader } from './report-reader.js';

const NAME = '2022-songzhuang-zhen.txt';
const readers: ReportReader[] = [];
const readerWith = (limits: Partial<Record<'milliseconds' | 'memory', number>> = {}) => {
  const reader = new ReportReader({ ...READING_LIMITS, ...limits });
  readers.push(reader);
  return reader;
};

// The thread runs what `npm run build` made, as `npm test` does first.
describe('the thread that reads', () => {
  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.close();
  });

  it('given several files at once, then each with its own answer, errors with their class', async () => {
    const reader = readerWith();
    const [good, bad, again] = await Promise.allSettled([
      reader.read({ name: NAME, bytes: bytesOf(NAME) }),
      reader.read({ name: '空.pdf', bytes: new Uint8Array() }),
      reader.read({ name: NAME, bytes: bytesOf(NAME) }),
    ]);
    const { table3 } = expectedOf(NAME);
    for (const one of [good, again]) expect(one).toMatchObject({ value: { name: NAME, report: { table3 } } });
    expect(bad).toMatchObject({
      reason: { name: 'UnreadableFile', code: 'file-empty', message: '空.pdf：文件是空的' },
    });
  });

  it('given no time at all, then the file is refused and the next one is read', async () => {
    const reader = readerWith({ milliseconds: 0 });
    const refused = { code: 'file-too-complex', message: expect.stringContaining(NAME) };
    await expect(reader.read({ name: NAME, bytes: bytesOf(NAME) })).rejects.toMatchObject(refused);
    await expect(reader.read({ name: NAME, bytes: bytesOf(NAME) })).rejects.toMatchObject(refused);
  });

  it('given too little memory, then the file is refused and the process lives on', async () => {
    const large = Buffer.from(Array.from({ length: 190_000 }, (_, index) => `第${index}行`).join('\n'));
    await expect(readerWith({ memory: 12 }).read({ name: '大.txt', bytes: large })).rejects.toMatchObject({
      code: 'file-too-complex',
      message: expect.stringMatching(/^大.txt：.*内存/),
    });
  });

  it('given more files than may wait, then the rest is turned away', async () => {
    const reader = readerWith();
    const asked = Array.from({ length: 10 }, () => reader.read({ name: NAME, bytes: bytesOf(NAME) }));
    const outcomes = await Promise.allSettled(asked);
    const busy = outcomes
      .filter((one) => one.status === 'rejected')
      .map(({ reason }) => (reason as { code: string }).code);
    expect(busy).toEqual(['reader-busy', 'reader-busy']);
  });
});
