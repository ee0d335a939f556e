import { expect, it } from '@jest/globals';
import type { Subject } from './event-store-contract.testkit.js';
import { note, numbered, payloadsOf, unique } from './sample-events.testkit.js';

/** `read`. */
export function readingStreams(subject: Subject): void {
  it('reads an unknown stream as an empty page', async () => {
    expect(await subject().read(unique('case'))).toEqual([]);
    expect(await subject().read(unique('case'), { from: 3, max: 2 })).toEqual([]);
  });

  it('pages exactly at the boundaries', async () => {
    const stream = unique('case');
    await note(subject(), stream, 'no-stream', ...numbered(0, 9));
    const page = async (from: number, max: number) => payloadsOf(await subject().read(stream, { from, max }));
    expect(await page(0, 1)).toEqual(numbered(0, 0));
    expect(await page(0, 10)).toEqual(numbered(0, 9));
    expect(await page(0, 11)).toEqual(numbered(0, 9));
    expect(await page(5, 5)).toEqual(numbered(5, 9));
    expect(await page(4, 5)).toEqual(numbered(4, 8));
    expect(await page(9, 1)).toEqual(numbered(9, 9));
    expect(await page(10, 5)).toEqual([]);
    expect(await page(1000, 5)).toEqual([]);
  });

  it('returns 500 events unless told otherwise', async () => {
    const stream = unique('case');
    await note(subject(), stream, 'no-stream', ...numbered(0, 500));
    expect(await subject().read(stream)).toHaveLength(500);
    expect(payloadsOf(await subject().read(stream, { from: 500 }))).toEqual([{ n: 500 }]);
  });

  it('tells streams apart whose names begin alike, or differ in case or accents only', async () => {
    const base = unique('case');
    const names = [base, `${base}-1`, `${base}-10`, base.toUpperCase(), `${base}é`, `${base}e\u0301`, `${base}𠮷`];
    for (const stream of names) await note(subject(), stream, 'no-stream', { stream });
    for (const stream of names) expect(payloadsOf(await subject().read(stream))).toEqual([{ stream }]);
  });

  it('hands out events that cannot alter the store', async () => {
    const stream = unique('case');
    const data = { list: [{ n: 1 }], n: 1 };
    await note(subject(), stream, 'no-stream', data);
    data.list[0]!.n = 2;
    const [event] = await subject().read(stream);
    const attempt = (change: () => void): void => {
      try {
        change();
      } catch (error) {
        // A frozen object is as good as a copy.
        expect(error).toHaveProperty('name', 'TypeError');
      }
    };
    attempt(() => Object.assign(event!.data, { n: 3 }));
    attempt(() => Object.assign((event!.data['list'] as { n: number }[])[0]!, { n: 3 }));
    attempt(() => Object.assign(event!.metadata, { actor: 'somebody' }));
    attempt(() => Object.assign(event!, { type: 'other' }));
    const [again] = await subject().read(stream);
    expect(again).toMatchObject({
      type: 'sample.noted',
      data: { list: [{ n: 1 }], n: 1 },
      metadata: { actor: 'staff-7' },
    });
  });

  it.each([[{ max: 0 }], [{ max: -1 }], [{ max: 1.5 }], [{ max: Number.NaN }], [{ from: -1 }], [{ from: 0.5 }]])(
    'refuses %p',
    async (options) => {
      await expect(subject().read(unique('case'), options)).rejects.toMatchObject({
        kind: 'invalid',
        code: 'page-malformed',
      });
    },
  );
}
