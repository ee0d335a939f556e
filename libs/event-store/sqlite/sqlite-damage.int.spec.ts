import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GongkaiError, StoreCorrupt, type RecordedEvent } from '#kernel';
import { note } from '../contract/sample-events.testkit.js';
import { openSqliteEventStore } from './open-sqlite-event-store.js';
import { testDirectory, type TestDirectory } from './sqlite-files.testkit.js';

let directory: TestDirectory;
let file: string;
let copy: string;
let written: readonly RecordedEvent[];

/** A log of three streams, closed (`file`), and as it was before it was closed, write-ahead log and all (`crashed`). */
beforeEach(async () => {
  directory = await testDirectory();
  file = directory.file;
  copy = join(dirname(file), 'copy.db');
  const store = await openSqliteEventStore({ file, mode: 'writer' });
  for (let n = 0; n < 60; n++) await note(store, `case-${n % 3}`, 'any', { n, text: '公'.repeat(n) }, { n: -n });
  written = (await store.readAll()).events;
  for (const suffix of ['', '-wal', '.head']) copyFileSync(file + suffix, join(dirname(file), `crashed.db${suffix}`));
  await store.close();
});
afterEach(() => directory.remove());

function copyOf(source: string): void {
  for (const suffix of ['', '-wal', '-shm', '.head', '.lock']) {
    rmSync(copy + suffix, { force: true });
    if (existsSync(source + suffix)) copyFileSync(source + suffix, copy + suffix);
  }
}

/** Opens the damaged copy as the server would, and verifies it: the damage, or what it reads as when nothing was found. */
async function examine(): Promise<GongkaiError | 'damage found' | readonly RecordedEvent[]> {
  try {
    const store = await openSqliteEventStore({ file: copy, mode: 'writer' });
    try {
      if ((await store.verify()).damage) return 'damage found';
      return (await store.readAll()).events;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
}

describe('a damaged log', () => {
  it('cut anywhere: refused as corrupt when opened', async () => {
    const size = statSync(file).size;
    const cuts = [0, 1, 99, 100, 4095, 4096, 4097, size >> 1, size - 4096, size - 4095, size - 512, size - 1];
    for (const length of cuts) {
      copyOf(file);
      truncateSync(copy, length);
      expect([length, await examine()]).toEqual([length, expect.any(StoreCorrupt)]);
    }
  });

  it('with its write-ahead log cut anywhere: refused as corrupt, never opened with acknowledged events missing', async () => {
    const crashed = join(dirname(file), 'crashed.db');
    copyOf(crashed);
    expect(await examine()).toEqual(written);
    const size = statSync(`${crashed}-wal`).size;
    for (const length of [0, 31, 32, 4096, size >> 2, size >> 1, size - 4120, size - 100, size - 1]) {
      copyOf(crashed);
      truncateSync(`${copy}-wal`, length);
      expect([length, await examine()]).toEqual([length, expect.any(StoreCorrupt)]);
    }
  });

  it('replaced by an older copy: refused as corrupt', async () => {
    copyOf(file);
    const store = await openSqliteEventStore({ file: copy, mode: 'writer' });
    await note(store, 'case-0', 'any', { n: 'later' });
    await note(store, 'case-1', 'any', { n: 'later still' });
    const missing = (await store.readAll()).events.length - written.length;
    await store.close();
    copyFileSync(file, copy);
    const end = written.at(-1)!.position;
    const place = (after: number) => String(Number(end) + after).padStart(16, '0');
    const refused = await examine();
    expect(refused).toBeInstanceOf(StoreCorrupt);
    expect(refused).toMatchObject({
      message: expect.stringContaining(
        `止于位置 ${end}，末尾缺少位置 ${place(1)} 至 ${place(missing)} 的 ${missing} 个，此前的不缺。多半是这里换成了较早的副本`,
      ),
      facts: { position: place(missing), lastPosition: end, missing },
    });
    // To look on: the end that is missing first, then the pages that differ for that very reason.
    const reader = await openSqliteEventStore({ file: copy, mode: 'reader' });
    const { damage } = await reader.verify();
    await reader.close();
    expect(damage?.what).toMatch(/^事件库缺少已确认写入的事件：.*；事件库文件第 \d+ 页内容被改动/);
    // The operator who restored a backup on purpose says so by removing the note.
    rmSync(`${copy}.head`);
    expect(await examine()).toEqual(written);
  });

  it('replaced by an older copy from which an event was removed: that nothing else is missing is not said', async () => {
    copyOf(file);
    const store = await openSqliteEventStore({ file: copy, mode: 'writer' });
    await note(store, 'case-0', 'any', { n: 'later' });
    await store.close();
    copyFileSync(file, copy);
    const database = new DatabaseSync(copy);
    database.exec('DROP TRIGGER events_are_never_removed; DELETE FROM events WHERE position = 7');
    database.close();
    expect(await examine()).toMatchObject({ message: expect.stringContaining('的 1 个，此前还缺少 1 个。') });
  });

  it('replaced by another log that is longer: refused as corrupt, and not called too short', async () => {
    copyOf(file);
    const other = await openSqliteEventStore({ file: join(dirname(file), 'other.db'), mode: 'writer' });
    for (let n = 0; n < 130; n++) await note(other, `case-${n % 3}`, 'any', { n });
    await other.close();
    copyFileSync(join(dirname(file), 'other.db'), copy);
    expect(await examine()).toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining(`位置 ${written.at(-1)!.position} 的事件不是当时确认写入的那一条`),
      facts: { position: written.at(-1)!.position },
    });
  });

  it.each(['file', 'write-ahead log'])(
    'with a byte of its %s flipped anywhere: found, or of no consequence',
    async (part) => {
      const source = part === 'file' ? file : join(dirname(file), 'crashed.db');
      const target = part === 'file' ? copy : `${copy}-wal`;
      const size = readFileSync(part === 'file' ? file : `${source}-wal`).length;
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: size - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
          copyOf(source);
          const bytes = readFileSync(target);
          bytes[at]! ^= flip;
          writeFileSync(target, bytes);
          const found = await examine();
          if (Array.isArray(found)) expect(found).toEqual(written);
          else if (found instanceof GongkaiError) expect(['corrupt', 'unavailable']).toContain(found.kind);
        }),
        { numRuns: 80 },
      );
    },
  );

  it('never gives a command a history that was changed, though the file is a sound database', async () => {
    tamper(`UPDATE events SET data = replace(data, '"n":3', '"n":4') WHERE position = 7`);
    const store = await openSqliteEventStore({ file: copy, mode: 'writer' });
    await expect(store.read('case-0')).rejects.toMatchObject({
      kind: 'corrupt',
      facts: { stream: 'case-0', revision: 2 },
    });
    await expect(store.read('case-0', { from: 2 })).rejects.toBeInstanceOf(StoreCorrupt);
    expect(await store.read('case-1')).toHaveLength(40);
    await store.close();
  });

  it('gives a command no history with a number that none can hold, but a typed answer', async () => {
    tamper(`UPDATE events SET version = 8872761295656415778 WHERE position = 7`);
    const store = await openSqliteEventStore({ file: copy, mode: 'writer' });
    await expect(store.read('case-0')).rejects.toBeInstanceOf(StoreCorrupt);
    await expect(store.readAll()).rejects.toBeInstanceOf(StoreCorrupt);
    await store.close();
  });

  const forgeries: readonly (readonly [string, string, object])[] = [
    ['payload', `UPDATE events SET data = replace(data, '"n":3', '"n":4') WHERE position = 7`, { revision: 2 }],
    [
      'white space of a payload',
      `UPDATE events SET data = replace(data, '"n":', '"n": ') WHERE position = 7`,
      { revision: 2 },
    ],
    [
      'metadata',
      `UPDATE events SET metadata = replace(metadata, 'staff-7', 'staff-8') WHERE position = 7`,
      { revision: 2 },
    ],
    ['type', `UPDATE events SET type = 'sample.forged' WHERE position = 7`, { revision: 2 }],
    ['version', `UPDATE events SET version = 2 WHERE position = 7`, { revision: 2 }],
    [
      'version no number can hold',
      `UPDATE events SET version = 8872761295656415778 WHERE position = 7`,
      { stream: 'case-0', revision: 2 },
    ],
    [
      'revision no number can hold',
      `UPDATE events SET revision = 8872761295656415778 WHERE position = 7`,
      { position: '0000000000000007' },
    ],
    ['id', `UPDATE events SET id = 'forged' WHERE position = 7`, { revision: 2 }],
    ['hash', `UPDATE events SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE position = 7`, { revision: 2 }],
    ['JSON that is none', `UPDATE events SET data = substr(data, 2) WHERE position = 7`, { revision: 2 }],
    ['name of a stream', `UPDATE streams SET name = 'case-9' WHERE name = 'case-1'`, { stream: 'case-9', revision: 0 }],
    ['removal from the middle', `DELETE FROM events WHERE position = 7`, { position: '0000000000000007' }],
    [
      'removal of the last event of a stream',
      `DELETE FROM events WHERE position = 118`,
      { position: '0000000000000118' },
    ],
    [
      'removal of the last event of the log',
      `DELETE FROM events WHERE position = 120`,
      { position: '0000000000000120' },
    ],
    ['removal of a stream', `DELETE FROM events WHERE stream = 2`, { position: '0000000000000003' }],
    ['removal of the name of a stream', `DELETE FROM streams WHERE id = 2`, { position: '0000000000000003' }],
    [
      'insertion',
      `INSERT INTO events SELECT 121, stream, 40, version, type, 'forged', hash, metadata, data FROM events WHERE position = 120`,
      { stream: 'case-2', revision: 40 },
    ],
  ];
  it.each(forgeries)('found by verification: forged %s', async (_what, sql, place) => {
    tamper(sql);
    const reader = await openSqliteEventStore({ file: copy, mode: 'reader' });
    const found = await reader.verify();
    await reader.close();
    expect(found.damage).toMatchObject(place);
  });

  it('with a word of a trigger or a table changed: found, though every hash still fits', async () => {
    const bytes = readFileSync(file);
    for (const word of ['append-only', 'BEFORE UPDATE', 'metadata TEXT NOT NULL']) {
      copyOf(file);
      const flipped = Buffer.from(bytes);
      const at = flipped.indexOf(word);
      flipped[at] = flipped[at]! ^ 0x20;
      writeFileSync(copy, flipped);
      const found = await examine();
      expect([word, at > 0, found === 'damage found' || found instanceof StoreCorrupt]).toEqual([word, true, true]);
    }
  });

  it('counts what is sound, and shows progress', async () => {
    const reader = await openSqliteEventStore({ file, mode: 'reader' });
    const progress: (readonly [number, number | undefined])[] = [];
    const found = await reader.verify({ onProgress: (checked, total) => progress.push([checked, total]) });
    await reader.close();
    expect(found).toEqual({ streams: 3, events: 120, pagesChecked: true });
    expect(progress).toEqual([[120, 120]]);
  });

  it('refuses the change or removal of an event by hand', () => {
    copyOf(file);
    const database = new DatabaseSync(copy);
    expect(() => database.exec('DELETE FROM events')).toThrow('append-only');
    expect(() => database.exec(`UPDATE events SET data = '{}'`)).toThrow('append-only');
    database.close();
  });

  /** Changes the copy as somebody would who knows SQL and the triggers. */
  function tamper(sql: string): void {
    copyOf(file);
    const database = new DatabaseSync(copy, { enableForeignKeyConstraints: false });
    database.exec('DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_removed');
    database.exec(sql);
    database.close();
  }
});
