import { expect, it } from '@jest/globals';
import { canonicalJson, type RecordedEvent } from '#kernel';
import { createHash } from 'node:crypto';
import type { Subject } from './event-store-contract.testkit.js';
import { note, numbered, unique } from './sample-events.testkit.js';

/** The hash of docs/formats/hash-chain.md, written out a second time, apart from the code under test. */
function hashByTheBook(previous: string, event: RecordedEvent): string {
  const lines = [
    'gongkai/event/1',
    previous,
    event.id,
    event.type,
    String(event.version),
    event.stream,
    String(event.revision),
  ];
  lines.push(canonicalJson(event.data), canonicalJson({ ...event.metadata }));
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
}

/** The hash chain of a stream. */
export function chaining(subject: Subject): void {
  it('links every event to the one before it, within and across appends', async () => {
    const [stream, between] = [unique('case'), unique('case')];
    await note(subject(), stream, 'no-stream', { n: 0, 公开: '予以公开' }, { n: 1, list: [{ b: 1, a: 2 }] });
    await note(subject(), between, 'no-stream', { n: 0 });
    await note(subject(), stream, 1, ...numbered(2, 4));
    let previous = '0'.repeat(64);
    for (const event of await subject().read(stream)) {
      previous = hashByTheBook(previous, event);
      expect(event.hash).toBe(previous);
    }
  });

  it('gives the same hash by every way of reading', async () => {
    const start = await subject().head();
    const stream = unique('case');
    await note(subject(), stream, 'no-stream', ...numbered(0, 3));
    const whole = await subject().read(stream);
    expect(await subject().read(stream, { from: 2 })).toEqual(whole.slice(2));
    expect((await subject().readAll({ after: start })).events).toEqual(whole);
  });

  it('gives equal events in different streams different hashes', async () => {
    const hashes = new Set<string>();
    for (let n = 0; n < 3; n++) {
      const stream = unique('case');
      await note(subject(), stream, 'no-stream', { n: 0 });
      hashes.add((await subject().read(stream))[0]!.hash);
    }
    expect(hashes.size).toBe(3);
  });
}
