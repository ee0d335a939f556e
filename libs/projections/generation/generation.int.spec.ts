import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import type { Projection } from '../projection.js';
import { StreamHistory } from '../stream-history.js';
import { collect, ofType, play, toyRegistry } from '../testkit/toy-log.js';
import { pointsProjection, totalProjection } from '../testkit/toy-projection.js';
import { foldPage } from './fold-page.js';
import { Generation } from './generation.js';

const store = new MemoryEventStore();
const fold = { registry: toyRegistry, history: new StreamHistory(store, toyRegistry) };
let directory = '';
let path = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongkai-views-'));
  path = join(directory, 'one.db');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe('a generation', () => {
  it('writes rows and checkpoint together or not at all', async () => {
    await play(store, [collect('s-1', 1), collect('s-2', 2)], 'together');
    const generation = Generation.create(path, pointsProjection);
    const other = new DatabaseSync(path);
    const seen = (): unknown[] => [
      other.prepare('SELECT count(*) AS n FROM points').get()?.['n'],
      other.prepare('SELECT events FROM projection_checkpoint').get()?.['events'],
    ];
    const page = await store.readAll();
    other.exec("UPDATE projection_checkpoint SET position = 'moved by somebody else'");
    await expect(foldPage(generation, page, fold)).rejects.toMatchObject({ code: 'view-corrupt' });
    expect(seen()).toEqual([0, 0]);
    expect(generation.position).toBe('');

    other.exec("UPDATE projection_checkpoint SET position = ''");
    await foldPage(generation, page, fold);
    expect(seen()).toEqual([2, 2]);
    other.close();
    generation.close();
    const again = Generation.open(path, pointsProjection);
    expect(again.checkpoint).toEqual(generation.checkpoint);
    again.close();
  });

  it('forgets with a rollback what its handlers had in memory', async () => {
    const log = new MemoryEventStore();
    await play(log, [collect('s-1', 1), collect('s-1', 1), ofType('s-1', 'toy.poison')]);
    const counting: Projection = {
      ...totalProjection,
      open: (db) => {
        let events = Number(db.prepare('SELECT events FROM total').get()?.['events']);
        const put = db.prepare('UPDATE total SET events = ?');
        return {
          apply: (batch) => {
            for (const { type } of batch) {
              if (type === 'toy.poison') throw new Error('poison');
              put.run(++events);
            }
          },
        };
      },
    };
    const generation = Generation.create(path, counting);
    await expect(foldPage(generation, await log.readAll(), fold)).rejects.toMatchObject({
      code: 'projection-fold-failed',
    });
    expect(generation.db.prepare('SELECT events FROM total').get()).toEqual({ events: 2 });
    expect(generation.checkpoint).toMatchObject({ events: 2 });
    generation.close();
  });
});
