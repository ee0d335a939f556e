import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closeSync, copyFileSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { GongkaiError } from '#kernel';
import { note } from '../contract/sample-events.testkit.js';
import type { Damage } from '../verify.js';
import { openSqliteEventStore } from './open-sqlite-event-store.js';
import { testDirectory, type TestDirectory } from './sqlite-files.testkit.js';

const PAGE = 4096;
const EVENTS = 240;
/** Flips of one run; a hundred runs of the sampler over pages, so that no kind of page is left out. */
const FLIPS = 2000;

/** What a page is called, by SQLite's own name of the tree (`dbstat`). */
const NAMES: Readonly<Record<string, string>> = {
  sqlite_schema: '结构定义表',
  streams: '流名表',
  events: '事件表',
  sqlite_autoindex_streams_1: '流名索引',
  sqlite_autoindex_events_1: '事件编号索引',
  sqlite_autoindex_events_2: '流与修订索引',
};

let directory: TestDirectory;
let file: string;
let bytes: Buffer;
beforeAll(async () => {
  directory = await testDirectory();
  file = directory.file;
  const store = await openSqliteEventStore({ file, mode: 'writer' });
  for (let n = 0; n < EVENTS; n++) {
    const text = `【${n}】${(n % 17 === 3 ? '附件' : '公').repeat(n % 17 === 3 ? 900 + n * 9 : n % 60)}`;
    await note(store, `case-${n % 5}`, 'any', { n, text });
  }
  await store.close();
  bytes = readFileSync(file);
});
afterAll(() => directory.remove());

describe('a log file of which one byte was changed', () => {
  it('anywhere: found, and told by page, byte and what stands there', async () => {
    const trees = pagesByTree();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length / PAGE - 1 }),
        fc.nat({ max: PAGE - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (index, offset, flip) => {
          const damage = await damageWith(index * PAGE + offset, flip);
          expect(damage).toMatchObject({ page: index + 1, offset });
          const inHeader = index === 0 && offset < 100;
          expect(damage?.what).toContain(inHeader ? '文件头' : trees.get(index + 1));
          // An event is named whole or not at all; a name alone belongs to the table of names.
          if (damage?.stream !== undefined && damage.revision === undefined) expect(damage.what).toContain('流名');
        },
      ),
      { numRuns: FLIPS },
    );
  }, 600_000);

  it('within an event, on its page or on an overflow page: told by stream and revision, and by no other', async () => {
    for (let n = 0; n < EVENTS; n += 1) {
      const at = bytes.indexOf(`【${n}】`);
      const long = n % 17 === 3;
      for (const place of long ? [at + 1, at + 5000] : [at + 1]) {
        const { stream, revision, what } = (await damageWith(place, 0x20))!;
        if (what.includes('未使用')) expect(bytes.indexOf(`【${n}】`, at + 1)).toBeGreaterThan(0);
        else if (place === at + 1) expect([n, stream, revision]).toEqual([n, `case-${n % 5}`, Math.floor(n / 5)]);
        else expect([n, typeof stream, typeof revision]).toEqual([n, 'string', 'number']);
      }
    }
  }, 600_000);
});

describe('a log file that is not the one written', () => {
  it('with a tail appended, with two pages exchanged, with a page zeroed: each told', async () => {
    expect(await damageOf((copy) => Buffer.concat([copy, Buffer.alloc(PAGE)]))).toMatchObject({
      what: expect.stringContaining('末尾多出 4096 字节'),
    });
    expect(await damageOf((copy) => copy.subarray(0, copy.length - PAGE))).not.toBeNull();
    const exchanged = await damageOf((copy) => {
      const [one, other] = [copy.subarray(4 * PAGE, 5 * PAGE), copy.subarray(9 * PAGE, 10 * PAGE)];
      const kept = Buffer.from(one);
      one.set(other);
      other.set(kept);
      return copy;
    });
    expect(exchanged).toMatchObject({ page: 5, what: expect.stringContaining('与第 10 页对调') });
    const zeroed = await damageOf((copy) => copy.fill(0, 6 * PAGE, 7 * PAGE));
    expect(zeroed).toMatchObject({ page: 7, what: expect.stringContaining('不止一个字节') });
  });

  it('with its checksums changed: says that these are at fault, not the log', async () => {
    const sums = readFileSync(`${file}.pages`);
    for (const at of [0, 9, 40, sums.length - 1]) {
      const flipped = Buffer.from(sums);
      flipped[at]! ^= 1;
      writeFileSync(`${file}.pages`, flipped);
      expect(await verifyFile()).toEqual({ what: expect.stringContaining('页校验文件（.pages）自身受损') });
    }
    writeFileSync(`${file}.pages`, sums);
    expect(await verifyFile()).toBeNull();
  });

  it('without checksums: sound, but said not to be compared byte by byte; the next writer keeps them again', async () => {
    const sums = readFileSync(`${file}.pages`);
    rmSync(`${file}.pages`);
    const reader = await openSqliteEventStore({ file, mode: 'reader' });
    expect(await reader.verify()).toMatchObject({ events: EVENTS, pagesChecked: false });
    await reader.close();
    await (await openSqliteEventStore({ file, mode: 'writer' })).close();
    expect(readFileSync(`${file}.pages`)).toEqual(sums);
  });

  it('with a byte of its write-ahead log changed: found, and told by frame, page and position', async () => {
    const other = `${file}.wal-test`;
    const store = await openSqliteEventStore({ file: other, mode: 'writer' });
    for (let n = 0; n < 30; n++) await note(store, 'case-1', 'any', { n });
    const copy = `${other}.copy`;
    const wal = readFileSync(`${other}-wal`);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: wal.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        for (const suffix of ['', '.head', '.pages']) copyFileSync(other + suffix, copy + suffix);
        rmSync(`${copy}-shm`, { force: true });
        const flipped = Buffer.from(wal);
        flipped[at]! ^= flip;
        writeFileSync(`${copy}-wal`, flipped);
        const damage = await verifyFile(copy);
        const frame = Math.floor((at - 32) / (24 + PAGE)) + 1;
        const salt = at >= 32 && (at - 32) % (24 + PAGE) >= 8 && (at - 32) % (24 + PAGE) < 16;
        expect(damage).toMatchObject({ position: '0000000000000030', what: expect.stringContaining('写前日志') });
        if (!salt) expect(damage?.what).toContain(at < 32 ? '文件头' : `第 ${frame} 帧`);
      }),
      { numRuns: 200 },
    );
    await store.close();
  }, 300_000);

  it('merged by another program after a crash: no false alarm', async () => {
    const other = `${file}.crashed`;
    const store = await openSqliteEventStore({ file: other, mode: 'writer' });
    for (let n = 0; n < 30; n++) await note(store, 'case-1', 'any', { n });
    for (const suffix of ['', '-wal', '.head', '.pages']) copyFileSync(other + suffix, `${other}.copy${suffix}`);
    await store.close();
    const copy = `${other}.copy`;
    const reader = await openSqliteEventStore({ file: copy, mode: 'reader' });
    expect(await reader.verify()).toEqual({ streams: 1, events: 30, pagesChecked: true });
    await reader.close();
    const tool = new DatabaseSync(copy);
    tool.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    tool.close();
    const again = await openSqliteEventStore({ file: copy, mode: 'reader' });
    expect(await again.verify()).toEqual({ streams: 1, events: 30, pagesChecked: false });
    await again.close();
  });
});

function pagesByTree(): ReadonlyMap<number, string> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT pageno, name FROM dbstat').all();
  database.close();
  return new Map(rows.map(({ pageno, name }) => [Number(pageno), NAMES[String(name)]!]));
}

/** What is found with one byte of the file changed; it is put back afterwards. */
async function damageWith(at: number, flip: number): Promise<Damage | null> {
  put(at, bytes[at]! ^ flip);
  try {
    return await verifyFile();
  } finally {
    put(at, bytes[at]!);
  }
}

function put(at: number, byte: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.from([byte]), 0, 1, at);
  closeSync(descriptor);
}

async function damageOf(change: (copy: Buffer) => Buffer): Promise<Damage | null> {
  writeFileSync(file, change(Buffer.from(bytes)));
  try {
    return await verifyFile();
  } finally {
    writeFileSync(file, bytes);
  }
}

/** Opens and verifies as `gongkai log verify` does; a refusal to open counts as found, with its facts. */
async function verifyFile(log = file): Promise<Damage | null> {
  try {
    const store = await openSqliteEventStore({ file: log, mode: 'reader' });
    try {
      return (await store.verify()).damage ?? null;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error;
    return { what: error.message, ...error.facts };
  }
}
