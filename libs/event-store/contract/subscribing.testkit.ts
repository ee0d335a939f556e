import { expect, it } from '@jest/globals';
import type { JsonObject, Position } from '#kernel';
import type { LogFilter } from '../port.js';
import type { Subject } from './event-store-contract.testkit.js';
import { note, noteOfType, numbered, unique } from './sample-events.testkit.js';

/** `subscribe`. */
export function subscribing(subject: Subject): void {
  /** Follows until `count` events came; what was handled, and the last checkpoint. */
  const follow = async (after: Position, count: number, filter?: LogFilter) => {
    const stop = new AbortController();
    const handled: JsonObject[] = [];
    let checkpoint = after;
    for await (const page of subject().subscribe({
      after,
      max: 3,
      signal: stop.signal,
      ...(filter ? { filter } : {}),
    })) {
      handled.push(...page.events.map((event) => event.data));
      expect(page.next > checkpoint).toBe(true);
      checkpoint = page.next;
      if (handled.length >= count) stop.abort();
    }
    return { handled, checkpoint };
  };

  it('delivers what is there, then what comes', async () => {
    const start = await subject().head();
    await note(subject(), unique('case'), 'any', ...numbered(0, 4));
    const following = follow(start, 10);
    const stream = unique('case');
    for (const payload of numbered(5, 9)) await note(subject(), stream, 'any', payload);
    expect((await following).handled).toEqual(numbered(0, 9));
  });

  it('wakes up from the end of the log', async () => {
    const following = follow(await subject().head(), 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await note(subject(), unique('case'), 'any', { n: 1 });
    expect((await following).handled).toEqual([{ n: 1 }]);
  });

  it('loses nothing that is appended while the consumer is at work', async () => {
    const start = await subject().head();
    const stop = new AbortController();
    const seen: JsonObject[] = [];
    await note(subject(), unique('case'), 'any', { n: 0 });
    for await (const page of subject().subscribe({ after: start, signal: stop.signal })) {
      seen.push(...page.events.map((event) => event.data));
      if (seen.length === 5) stop.abort();
      else await note(subject(), unique('case'), 'any', { n: seen.length });
    }
    expect(seen).toEqual(numbered(0, 4));
  });

  it('delivers again, once, what was handled but not checkpointed when the consumer died', async () => {
    const start = await subject().head();
    await note(subject(), unique('case'), 'any', ...numbered(0, 8));
    let checkpoint = start;
    const handled: JsonObject[] = [];
    const die = async (): Promise<void> => {
      for await (const page of subject().subscribe({ after: start, max: 3, signal: new AbortController().signal })) {
        handled.push(...page.events.map((event) => event.data));
        if (handled.length === 6) throw new Error('died between handling and checkpoint');
        checkpoint = page.next;
      }
    };
    await expect(die()).rejects.toThrow('died');
    expect(handled).toEqual(numbered(0, 5));
    expect((await follow(checkpoint, 6)).handled).toEqual(numbered(3, 8));
  });

  it('moves the checkpoint over events that the filter leaves out', async () => {
    const start = await subject().head();
    await note(subject(), unique('case'), 'any', ...numbered(0, 6));
    await noteOfType(subject(), unique('case'), 'x.rare');
    const { handled, checkpoint } = await follow(start, 1, { types: ['x.rare'] });
    expect(handled).toEqual([{}]);
    expect(checkpoint).toBe(await subject().head());
  });

  it('serves several subscribers independently', async () => {
    const start = await subject().head();
    const following = [follow(start, 3), follow(start, 5), follow(start, 5)];
    await note(subject(), unique('case'), 'any', ...numbered(0, 2));
    await note(subject(), unique('case'), 'any', ...numbered(3, 4));
    const handled = (await Promise.all(following)).map((result) => result.handled);
    expect(handled).toEqual([numbered(0, 2), numbered(0, 4), numbered(0, 4)]);
  });

  it('reads no further than the consumer asks', async () => {
    const start = await subject().head();
    await note(subject(), unique('case'), 'any', ...numbered(0, 8));
    const pages = subject()
      .subscribe({ after: start, max: 3, signal: new AbortController().signal })
      [Symbol.asyncIterator]();
    const first = await pages.next();
    expect(first.value).toMatchObject({
      events: [{ data: { n: 0 } }, { data: { n: 1 } }, { data: { n: 2 } }],
      atEnd: false,
    });
    await note(subject(), unique('case'), 'any', { n: 9 });
    const rest = [await pages.next(), await pages.next(), await pages.next()];
    expect(rest.at(-1)!.value).toMatchObject({ events: [{ data: { n: 9 } }], atEnd: true });
    await pages.return?.();
  });

  it('ends without an error when it is aborted while it waits', async () => {
    const stop = new AbortController();
    const pages = subject()
      .subscribe({ after: await subject().head(), signal: stop.signal })
      [Symbol.asyncIterator]();
    const waiting = pages.next();
    setTimeout(() => stop.abort(), 5);
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('ends at once when it was aborted before', async () => {
    await note(subject(), unique('case'), 'any', { n: 1 });
    const pages = subject().subscribe({ signal: AbortSignal.abort() })[Symbol.asyncIterator]();
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });
}
