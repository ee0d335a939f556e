import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closeSync, copyFileSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { GongkaiError } from '#kernel';
import { note, numbered } from '../contract/sample-events.testkit.js';
import { positionOf } from '../positions.js';
import type { Damage, VerifyOptions } from '../verify.js';
import { openSqliteEventStore } from './open-sqlite-event-store.js';
import { testDirectory, type TestDirectory } from './sqlite-files.testkit.js';

const PAGE = 4096;

/** A log without checksums of its pages, so that only what is read of it can show damage. */
class Log {
  #bytes = Buffer.alloc(0);

  private constructor(
    readonly directory: TestDirectory,
    readonly file: string,
  ) {}

  static async of(streams: number, eventsOfEach: number): Promise<Log> {
    const directory = await testDirectory();
    const log = new Log(directory, directory.file);
    const store = await openSqliteEventStore({ file: log.file, mode: 'writer' });
    for (let n = 0; n < streams; n++) await note(store, `case-${n}`, 'any', ...numbered(1, eventsOfEach));
    await store.close();
    rmSync(`${log.file}.pages`);
    log.#bytes = readFileSync(log.file);
    return log;
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** Everywhere that `text` stands on the pages of an index: the splitting of a page leaves copies that nobody reads. */
  placesIn(index: string, text: string | Buffer): readonly number[] {
    const pages = this.rows(`SELECT pageno FROM dbstat WHERE name = '${index}'`);
    const numbers = new Set(pages.map(({ pageno }) => Number(pageno)));
    const places: number[] = [];
    for (let at = -1; (at = this.#bytes.indexOf(text, at + 1)) >= 0;)
      if (numbers.has(Math.floor(at / PAGE) + 1)) places.push(at);
    if (places.length === 0) throw new Error(`not to be found in ${index}`);
    return places;
  }

  rows(sql: string): readonly Record<string, unknown>[] {
    const database = new DatabaseSync(this.file, { readOnly: true });
    const rows = database.prepare(sql).all();
    database.close();
    return rows;
  }

  /** What is found with a bit pattern turned at some places; they are put back afterwards. */
  async flipped<T>(places: readonly number[], flip: number, look: () => Promise<T>): Promise<T> {
    this.#put(places, flip);
    try {
      return await look();
    } finally {
      this.#put(places, 0);
    }
  }

  #put(places: readonly number[], flip: number): void {
    const descriptor = openSync(this.file, 'r+');
    for (const at of places) writeSync(descriptor, Buffer.from([this.#bytes[at]! ^ flip]), 0, 1, at);
    closeSync(descriptor);
  }

  async verify(options: VerifyOptions = {}): Promise<Damage | null> {
    try {
      const store = await openSqliteEventStore({ file: this.file, mode: 'reader' });
      try {
        return (await store.verify(options)).damage ?? null;
      } finally {
        await store.close();
      }
    } catch (error) {
      if (error instanceof GongkaiError) return { what: error.message };
      throw error;
    }
  }

  /** The naive check: SQLite looks up every event in every index. */
  isSoundForSqlite(): boolean {
    const copy = `${this.file}.oracle`;
    copyFileSync(this.file, copy);
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(copy, { readOnly: true });
      return database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'] === 'ok';
    } catch {
      return false;
    } finally {
      database?.close();
      rmSync(copy);
    }
  }
}

let small: Log;
/** Long enough for the thread. */
let large: Log;
beforeAll(async () => {
  [small, large] = [await Log.of(24, 10), await Log.of(13, 800)];
});
afterAll(() => Promise.all([small.directory.remove(), large.directory.remove()]));

describe('a log without checksums of its pages', () => {
  it('is sound as long as nobody changes it', async () => {
    expect([await small.verify(), await large.verify()]).toEqual([null, null]);
  });

  it('with a byte changed: whatever SQLite finds by looking up every event is found', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: small.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) =>
        small.flipped([at], flip, async () => {
          if (small.isSoundForSqlite()) return;
          found++;
          expect([at, flip, await small.verify()]).toEqual([at, flip, expect.anything()]);
        }),
      ),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(100);
  }, 120_000);

  it.each(['small', 'large'] as const)(
    'with an id changed in its index, in order as before: told by event (%s)',
    async (size) => {
      const log = size === 'small' ? small : large;
      const [event] = log.rows('SELECT position, id, revision FROM events ORDER BY position DESC LIMIT 1 OFFSET 77');
      // The last digit: the order of the ids is decided before it.
      const places = log.placesIn('sqlite_autoindex_events_1', String(event!['id'])).map((at) => at + 35);
      const damage = await log.flipped(places, 1, () => log.verify());
      expect(damage).toEqual({
        what: '事件库文件结构已损坏：事件编号索引与事件不符',
        position: positionOf(Number(event!['position'])),
        stream: size === 'small' ? 'case-16' : 'case-12',
        revision: event!['revision'],
      });
    },
  );

  it('with two ids out of order in the index: told', async () => {
    const [event] = small.rows('SELECT position, id FROM events ORDER BY id LIMIT 1 OFFSET 100');
    const places = small.placesIn('sqlite_autoindex_events_1', String(event!['id']));
    const damage = await small.flipped(places, 0x40, () => small.verify());
    expect(damage?.what).toContain('事件编号索引的次序不对');
  });

  it('with a revision or an event changed in the index over both: told by event, or as out of order', async () => {
    const [row] = small.rows('SELECT stream, revision, position FROM events WHERE stream = 20 AND revision = 7');
    // The record as SQLite writes it: length of the header, types, then stream, revision and, in two bytes, position.
    const places = small.placesIn(
      'sqlite_autoindex_events_2',
      Buffer.from([4, 1, 1, 2, 20, 7, 0, Number(row!['position'])]),
    );
    const words = async (offset: number, flip: number) =>
      (
        await small.flipped(
          places.map((at) => at + offset),
          flip,
          () => small.verify(),
        )
      )?.what;
    expect(await words(5, 8)).toContain('流与修订索引的次序不对');
    expect(await words(7, 1)).toMatch('流与修订索引');
  });

  it('with damage behind the position up to which it is verified: found all the same', async () => {
    const [event] = small.rows('SELECT id FROM events WHERE position = 200');
    const places = small.placesIn('sqlite_autoindex_events_1', String(event!['id'])).map((at) => at + 35);
    const damage = await small.flipped(places, 1, () => small.verify({ upTo: positionOf(50) }));
    expect(damage).toMatchObject({ position: positionOf(200), revision: 9 });
  });

  it('with a name changed in the index over names: found', async () => {
    const places = small.placesIn('sqlite_autoindex_streams_1', 'case-11').map((at) => at + 6);
    expect(await small.flipped(places, 8, () => small.verify())).not.toBeNull();
  });
});

describe('a log that grows while it is verified', () => {
  it('is sound: entries of events that came later are not looked at', async () => {
    const log = await Log.of(13, 800);
    const writer = await openSqliteEventStore({ file: log.file, mode: 'writer' });
    const reader = await openSqliteEventStore({ file: log.file, mode: 'reader' });
    let appended = 0;
    const found = await reader.verify({
      onProgress: () => {
        void note(writer, 'case-late', 'any', { n: appended++ });
      },
    });
    expect(found).toMatchObject({ events: 10_400, streams: 13 });
    expect(found.damage).toBeUndefined();
    expect(appended).toBeGreaterThan(5);
    await reader.close();
    await writer.close();
    await log.directory.remove();
  });
});
