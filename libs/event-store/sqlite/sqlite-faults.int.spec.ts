import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreCorrupt } from '#kernel';
import { note, numbered, payloadsOf } from '../contract/sample-events.testkit.js';
import { openForWriting } from './open-database.js';
import { openSqliteEventStore, writerStore } from './open-sqlite-event-store.js';
import { SCHEMA_VERSION } from './schema.js';
import { testDirectory, type TestDirectory } from './sqlite-files.testkit.js';

const unavailable = (code: string) => expect.objectContaining({ kind: 'unavailable', code });

/** A file system of our own, where the system lets us mount one. */
function mount(directory: string, options: string): boolean {
  mkdirSync(directory, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Lazily: a test that failed may have left the log open. */
function unmount(directory: string): void {
  execFileSync('umount', ['-l', directory]);
}

let directory: TestDirectory;
let file: string;
beforeEach(async () => {
  directory = await testDirectory();
  file = directory.file;
});
afterEach(() => directory.remove());

const open = (mode: 'writer' | 'reader' = 'writer', path = file) =>
  openSqliteEventStore({ file: path, mode, pollEvery: 5 });

describe('two at one log', () => {
  it('refuses a second writer, until the first has closed', async () => {
    const first = await open();
    await expect(open()).rejects.toEqual(unavailable('store-locked'));
    await note(first, 'a', 'any', { n: 1 });
    await first.close();
    const second = await open();
    expect(await second.read('a')).toHaveLength(1);
    await second.close();
  });

  it('lets readers in while the writer writes; they see what is committed and append nothing', async () => {
    const writer = await open();
    await note(writer, 'a', 'any', { n: 0 });
    const reader = await open('reader');
    await note(writer, 'a', 0, { n: 1 });
    expect(payloadsOf(await reader.read('a'))).toEqual(numbered(0, 1));
    expect(await reader.head()).toBe(await writer.head());
    await expect(note(reader, 'a', 'any', { n: 2 })).rejects.toEqual(unavailable('store-read-only'));
    expect((await reader.verify()).damage).toBeUndefined();
    await reader.close();
    await writer.close();
  });

  it('delivers to a subscription of a reader what the writer appends', async () => {
    const writer = await open();
    const reader = await open('reader');
    const stop = new AbortController();
    setTimeout(() => void note(writer, 'a', 'any', { n: 0 }), 20);
    for await (const page of reader.subscribe({ signal: stop.signal })) {
      expect(payloadsOf(page.events)).toEqual([{ n: 0 }]);
      stop.abort();
    }
    await reader.close();
    await writer.close();
  });

  it('leaves no lock behind when opening fails', async () => {
    writeFileSync(file, 'x'.repeat(8192));
    await expect(open()).rejects.toBeInstanceOf(StoreCorrupt);
    rmSync(file);
    await (await open()).close();
  });
});

describe('files that are not our log', () => {
  it('does not make one for a reader', async () => {
    await expect(open('reader')).rejects.toEqual(unavailable('store-missing'));
    expect(existsSync(file)).toBe(false);
  });

  it.each(['writer', 'reader'] as const)(
    'refuses a text file, a foreign database, a newer log, an empty file, a directory (%s)',
    async (mode) => {
      const at = (name: string) => join(dirname(file), name);
      writeFileSync(at('text'), '依申请公开'.repeat(2000).slice(0, 4096 / 2));
      writeFileSync(at('page'), 'x'.repeat(4096));
      writeFileSync(at('empty'), '');
      mkdirSync(at('directory'));
      const foreign = new DatabaseSync(at('foreign'));
      foreign.exec('CREATE TABLE t (a)');
      foreign.close();
      await (await open('writer', at('newer'))).close();
      const newer = new DatabaseSync(at('newer'));
      newer.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
      newer.close();
      await expect(open(mode, at('text'))).rejects.toBeInstanceOf(StoreCorrupt);
      await expect(open(mode, at('page'))).rejects.toBeInstanceOf(StoreCorrupt);
      await expect(open(mode, at('empty'))).rejects.toBeInstanceOf(StoreCorrupt);
      await expect(open(mode, at('foreign'))).rejects.toEqual(unavailable('store-foreign'));
      await expect(open(mode, at('newer'))).rejects.toEqual(unavailable('store-newer'));
      await expect(open(mode, at('directory'))).rejects.toEqual(unavailable('store-unreachable'));
    },
  );

  it('makes no new log beside what is left of an old one', async () => {
    const store = await open();
    await note(store, 'a', 'any', { n: 1 });
    await store.close();
    rmSync(file);
    await expect(open()).rejects.toBeInstanceOf(StoreCorrupt);
    expect(existsSync(file)).toBe(false);
  });
});

describe('a full disk', () => {
  it('refuses with store-full, keeps what was acknowledged, and works again when there is room', async () => {
    const database = openForWriting(file);
    const store = writerStore(file, database);
    database.database.exec('PRAGMA max_page_count = 60');
    let stored = 0;
    const text = 'x'.repeat(2000);
    const fill = async (): Promise<void> => {
      for (;;) {
        const two = numbered(stored, stored + 1).map((payload) => ({ ...payload, text }));
        await note(store, 'a', stored === 0 ? 'no-stream' : stored - 1, ...two);
        stored += 2;
      }
    };
    await expect(fill()).rejects.toEqual(unavailable('store-full'));
    expect(stored).toBeGreaterThan(10);
    expect(await store.read('a')).toHaveLength(stored);
    // What needs no room is still answered as ever.
    await expect(note(store, 'a', 0, { n: 'stale' })).rejects.toMatchObject({ code: 'revision-conflict' });
    database.database.exec('PRAGMA max_page_count = 1000');
    await expect(note(store, 'a', stored - 1, { n: stored })).resolves.toMatchObject({ revision: stored });
    expect(payloadsOf(await store.read('a')).map((data) => data['n'])).toEqual(
      numbered(0, stored).map((data) => data['n']),
    );
    expect((await store.verify()).damage).toBeUndefined();
    await store.close();
  });

  it('does so on a real file system that is full, also when it is opened', async () => {
    const disk = join(dirname(file), 'disk');
    // Only root may mount; elsewhere the page limit above stands in for the disk.
    if (!mount(disk, 'size=1m')) return;
    try {
      const path = join(disk, 'events.db');
      const ballast = join(disk, 'ballast');
      const store = await open('writer', path);
      await note(store, 'a', 'no-stream', { n: 0 });
      writeFileSync(ballast, 'x'.repeat(300_000));
      let stored = 1;
      const fill = async (): Promise<void> => {
        for (; ; stored++) await note(store, 'a', stored - 1, { n: stored, text: 'x'.repeat(5000) });
      };
      await expect(fill()).rejects.toEqual(unavailable('store-full'));
      expect(await store.read('a')).toHaveLength(stored);
      rmSync(ballast);
      await expect(note(store, 'a', stored - 1, { n: stored })).resolves.toMatchObject({ revision: stored });
      await store.close();
      const again = await open('writer', path);
      expect(await again.read('a')).toHaveLength(stored + 1);
      expect((await again.verify()).damage).toBeUndefined();
      await again.close();
    } finally {
      unmount(disk);
    }
  });
});

describe('a log that may not be written', () => {
  it('refuses the writer and serves the reader on a read-only file system', async () => {
    const disk = join(dirname(file), 'disk');
    if (!mount(disk, 'size=8m')) return;
    try {
      const path = join(disk, 'events.db');
      const store = await open('writer', path);
      await note(store, 'a', 'any', { n: 1 });
      await store.close();
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      await expect(open('writer', path)).rejects.toEqual(unavailable('store-read-only'));
      const reader = await open('reader', path);
      expect(await reader.read('a')).toHaveLength(1);
      expect((await reader.verify()).damage).toBeUndefined();
      await reader.close();
    } finally {
      unmount(disk);
    }
  });

  it('refuses the writer when permissions forbid it', async () => {
    await (await open()).close();
    chmodSync(file, 0o444);
    const opening = open();
    // Permissions do not bind root; then the log opens as ever.
    if (process.getuid?.() === 0) await (await opening).close();
    else await expect(opening).rejects.toEqual(unavailable('store-read-only'));
  });

  it('says so when the file turns read-only while it is open', async () => {
    const database = openForWriting(file);
    const store = writerStore(file, database);
    await note(store, 'a', 'any', { n: 0 });
    database.database.exec('PRAGMA query_only = ON');
    await expect(note(store, 'a', 0, { n: 1 })).rejects.toEqual(unavailable('store-read-only'));
    database.database.exec('PRAGMA query_only = OFF');
    await expect(note(store, 'a', 0, { n: 1 })).resolves.toMatchObject({ revision: 1 });
    await store.close();
  });
});

describe('durability', () => {
  it('asks SQLite to flush at every commit: WAL with synchronous FULL', () => {
    const { database, release } = openForWriting(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    release();
  });
});

describe('a copy made while the writer was at work', () => {
  it('opens with everything acknowledged, like after a power failure', async () => {
    const store = await open();
    for (let n = 0; n < 20; n++) await note(store, 'a', n === 0 ? 'no-stream' : n - 1, { n });
    const copy = join(dirname(file), 'copy.db');
    for (const suffix of ['', '-wal', '.head']) copyFileSync(file + suffix, copy + suffix);
    await store.close();
    const copied = await open('writer', copy);
    expect(payloadsOf(await copied.read('a'))).toEqual(numbered(0, 19));
    await copied.close();
  });
});
