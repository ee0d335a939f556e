import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '#event-store';
import { GongkaiError, type RecordedEvent } from '#kernel';
import { note } from '../event-store/contract/sample-events.testkit.js';
import { naiveRoot } from './naive-root.testkit.js';
import { verifyLog, type LogVerification } from './verify-log.js';

/** A log large enough for its pages to be checked in a thread beside. */
const LARGE = 10_200;

describe('verification of a log file with its root', () => {
  let directory: string;
  let file: string;
  let copy: string;
  let written: readonly RecordedEvent[];
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-verify-'));
    [file, copy] = [join(directory, 'log.db'), join(directory, 'copy.db')];
    const store = await openSqliteEventStore({ file, mode: 'writer' });
    const texts = Array.from({ length: 80 }, (_, n) => ({ n, text: `内容-${n}-${'公'.repeat(n)}` }));
    for (const [n, data] of texts.entries()) await note(store, `case-${n % 4}`, 'any', data);
    written = (await store.readAll()).events;
    await store.close();
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('gives the root of the whole file and of every position, in one pass', async () => {
    const store = await openSqliteEventStore({ file, mode: 'reader' });
    expect(await verifyLog(store)).toMatchObject({ streams: 4, events: 80, tree: { root: naiveRoot(written) } });
    for (const count of [1, 3, 4, 41]) {
      const { position } = written[count - 1]!;
      const { tree, events } = await verifyLog(store, { position });
      expect([events, tree?.root]).toEqual([count, naiveRoot(written.slice(0, count))]);
    }
    await store.close();
  });

  it('finds and locates a flipped byte in every payload, by stream and revision', async () => {
    const bytes = readFileSync(file);
    for (const event of written) {
      const { n } = event.data as { readonly n: number };
      // Splitting a page leaves remnants of rows behind, which hold nothing: found too, and told apart.
      const found = await Promise.all(placesOf(bytes, `内容-${n}-`).map((at) => verifyFlipped(bytes, at + 3)));
      const damages = found
        .map((one) => (one as LogVerification).damage!)
        .filter(({ what }) => !what.includes('未使用'));
      expect(damages).toEqual([expect.objectContaining({ stream: event.stream, revision: event.revision })]);
    }
  });

  it('finds every flipped byte, wherever in the file it lies', async () => {
    const bytes = readFileSync(file);
    for (let at = 20; at < bytes.length; at += 211) {
      const found = await verifyFlipped(bytes, at);
      const place = found instanceof GongkaiError ? found.facts : found.damage;
      expect(place).toMatchObject({ page: Math.floor(at / 4096) + 1, offset: at % 4096 });
    }
  });

  it('locates a damaged entry of an index by the event that it belongs to', async () => {
    const event = written[30]!;
    const bytes = readFileSync(file);
    const found = await Promise.all(placesOf(bytes, event.id).map((at) => verifyFlipped(bytes, at + 5)));
    const damages = found.map((one) => (one as LogVerification).damage).filter((damage) => damage !== undefined);
    expect(damages.length).toBeGreaterThanOrEqual(2);
    const where = { stream: event.stream, revision: event.revision, position: event.position };
    expect(damages).toEqual(damages.map(() => expect.objectContaining(where)));
    expect(damages.map(({ what }) => what.slice(0, 5)).toSorted()).toContain('事件库文件');
  });

  it('locates damage at the start of every page, also where SQLite can no longer tell the end of the log', async () => {
    const bytes = readFileSync(file);
    for (let at = 4096; at < bytes.length; at += 4096) {
      const found = await verifyFlipped(bytes, at);
      const place = found instanceof GongkaiError ? found.facts : found.damage;
      expect(place).toMatchObject({ page: at / 4096 + 1, offset: 0 });
    }
  });

  it('checks pages of a large log in a thread, finds the same, and can be stopped', async () => {
    const large = join(directory, 'large.db');
    const store = await openSqliteEventStore({ file: large, mode: 'writer' });
    const page = Array.from({ length: 100 }, (_, n) => ({ n }));
    for (let n = 0; n < LARGE; n += page.length) await note(store, `case-${n % 7}`, 'any', ...page);
    await store.close();
    const sound = await openSqliteEventStore({ file: large, mode: 'reader' });
    expect(await verifyLog(sound)).toMatchObject({
      events: LARGE,
      tree: { root: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('enough'));
    await expect(verifyLog(sound, { signal: stop.signal, onProgress })).rejects.toThrow('enough');
    await sound.close();

    // An entry of the index on ids that is no longer what the event says: no chain shows it.
    const database = new DatabaseSync(large);
    const { id } = database.prepare('SELECT id FROM events WHERE position = 5000').get() as { id: string };
    database.close();
    const bytes = readFileSync(large);
    const found = await Promise.all(placesOf(bytes, id).map((at) => verifyFlipped(bytes, at + 5)));
    const damages = found.map((one) => (one as LogVerification).damage).filter((damage) => damage !== undefined);
    const where = { position: '0000000000005000', stream: expect.any(String), revision: expect.any(Number) };
    expect(damages).toEqual(damages.map(() => expect.objectContaining(where)));
    const whats = damages.map(({ what }) => what).join();
    expect(whats).toContain('哈希链不符');
    expect(whats).toContain('文件结构已损坏');
  });

  let copies = 0;
  async function verifyFlipped(bytes: Buffer, at: number): Promise<LogVerification | GongkaiError> {
    const place = `${copy}.${copies++}`;
    const flipped = Buffer.from(bytes);
    flipped[at]! ^= 0x01;
    writeFileSync(place, flipped);
    if (existsSync(`${file}.head`) && bytes.length < 1_000_000)
      for (const suffix of ['.head', '.pages']) copyFileSync(file + suffix, place + suffix);
    try {
      const store = await openSqliteEventStore({ file: place, mode: 'reader' });
      try {
        return await verifyLog(store);
      } finally {
        await store.close();
      }
    } catch (error) {
      if (error instanceof GongkaiError) return error;
      throw error;
    } finally {
      for (const suffix of ['', '-wal', '-shm', '.head', '.pages']) rmSync(place + suffix, { force: true });
    }
  }
});

/** Every place of a text in the file. */
function placesOf(bytes: Buffer, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}
