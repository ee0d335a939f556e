import { expect, it } from '@jest/globals';
import { BEFORE_ALL, type Position, type RecordedEvent } from '#kernel';
import type { LogFilter } from '../port.js';
import type { Subject } from './event-store-contract.testkit.js';
import { allBehind, note, noteOfType, numbered, payloadsOf, unique } from './sample-events.testkit.js';

/** `readAll` and `head`. */
export function readingAll(subject: Subject): void {
  it('starts before all positions, and the head is the position of the newest event', async () => {
    const { position } = await note(subject(), unique('case'), 'any', { n: 1 });
    expect(await subject().head()).toBe(position);
    expect(position > BEFORE_ALL).toBe(true);
    expect((await subject().readAll({ after: position })).events).toEqual([]);
    expect(await subject().readAll({ after: position })).toMatchObject({ next: position, atEnd: true });
  });

  it('gives positions that compare lexically in the order of the log', async () => {
    const start = await subject().head();
    const stream = unique('case');
    for (let batch = 0; batch < 12; batch++)
      await note(subject(), stream, 'any', ...numbered(batch * 10, batch * 10 + 9));
    const events = await allBehind(subject(), start);
    expect(payloadsOf(events)).toEqual(numbered(0, 119));
    for (const [index, event] of events.entries())
      expect(event.position > (events[index - 1]?.position ?? start)).toBe(true);
  });

  it.each([1, 2, 3, 7, 9, 10, 11, 500])('gives the same events in pages of %d', async (max) => {
    const start = await subject().head();
    for (let n = 0; n < 5; n++) await note(subject(), unique('case'), 'any', { n: 2 * n }, { n: 2 * n + 1 });
    expect(payloadsOf(await allBehind(subject(), start, max))).toEqual(numbered(0, 9));
  });

  it('reads on behind any event, also in the middle of an append', async () => {
    const start = await subject().head();
    await note(subject(), unique('case'), 'any', ...numbered(0, 4));
    const events = await allBehind(subject(), start);
    for (const [index, event] of events.entries()) {
      expect(payloadsOf(await allBehind(subject(), event.position))).toEqual(numbered(index + 1, 4));
    }
  });

  it('filters by types, by all but some types, and by the start of the name of the stream', async () => {
    const start = await subject().head();
    const [a, b] = [unique('case'), unique('agency')];
    for (const type of ['x.a', 'x.b', 'x.c']) for (const stream of [a, b]) await noteOfType(subject(), stream, type);
    const filtered = async (filter: LogFilter): Promise<string[]> => {
      const page = await subject().readAll({ after: start, filter });
      expect(page).toMatchObject({ next: await subject().head(), atEnd: true });
      return page.events.map((event) => `${event.stream === a ? 'a' : 'b'} ${event.type}`);
    };
    expect(await filtered({})).toEqual(['a x.a', 'b x.a', 'a x.b', 'b x.b', 'a x.c', 'b x.c']);
    expect(await filtered({ types: ['x.b', 'x.c'] })).toEqual(['a x.b', 'b x.b', 'a x.c', 'b x.c']);
    expect(await filtered({ types: [] })).toEqual([]);
    expect(await filtered({ exceptTypes: ['x.b', 'x.c'] })).toEqual(['a x.a', 'b x.a']);
    expect(await filtered({ exceptTypes: [] })).toHaveLength(6);
    expect(await filtered({ streamPrefix: 'agency-' })).toEqual(['b x.a', 'b x.b', 'b x.c']);
    expect(await filtered({ streamPrefix: a.slice(0, -1), types: ['x.a', 'x.b'], exceptTypes: ['x.b'] })).toEqual([
      'a x.a',
    ]);
    expect(await filtered({ streamPrefix: 'CASE-' })).toEqual([]);
    expect(await filtered({ streamPrefix: 'c%' })).toEqual([]);
    expect(await filtered({ types: ["x.a' OR '1'='1"] })).toEqual([]);
  });

  it('moves over events that the filter leaves out, scanning no more than asked', async () => {
    const start = await subject().head();
    await note(subject(), unique('case'), 'any', ...numbered(0, 8));
    await noteOfType(subject(), unique('case'), 'x.rare');
    const found: RecordedEvent[] = [];
    let pages = 0;
    for (let after = start, atEnd = false; !atEnd; pages++) {
      const page = await subject().readAll({ after, max: 4, filter: { types: ['x.rare'] } });
      expect(page.next > after).toBe(true);
      found.push(...page.events);
      ({ next: after, atEnd } = page);
    }
    expect(found).toHaveLength(1);
    expect(pages).toBe(3);
  });

  it('shows no event behind one already read, while many write', async () => {
    const start = await subject().head();
    const seen: Position[] = [];
    let writing = true;
    const reader = (async () => {
      for (let after = start; ;) {
        const last = !writing;
        const page = await subject().readAll({ after, max: 7 });
        seen.push(...page.events.map((event) => event.position));
        after = page.next;
        if (last && page.atEnd) return;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const writer = async (): Promise<void> => {
      const stream = unique('case');
      for (let n = 0; n < 10; n++) await note(subject(), stream, 'any', ...numbered(0, n % 3));
    };
    await Promise.all(Array.from({ length: 16 }, writer));
    writing = false;
    await reader;
    expect(seen).toEqual((await allBehind(subject(), start)).map((event) => event.position));
  });

  it('refuses a page of no size', async () => {
    await expect(subject().readAll({ max: 0 })).rejects.toMatchObject({ code: 'page-malformed' });
  });

  it('refuses a position that it never gave', async () => {
    await expect(subject().readAll({ after: 'yesterday' })).rejects.toMatchObject({ code: 'position-malformed' });
  });
}
