import { describe, expect, it } from '@jest/globals';
import { collect, play } from '../testkit/toy-log.js';
import { pointsProjection } from '../testkit/toy-projection.js';
import { Workshop, rowsIn } from '../testkit/workshop.js';
import { openViewsReadOnly } from './open-views-read-only.js';

const COUNT = 'SELECT count(*) AS streams FROM points';

describe('views read by another process', () => {
  it('show what the runner writes, and the new file after a swap', async () => {
    await using workshop = new Workshop();
    const runner = await workshop.caughtUp();
    const views = openViewsReadOnly(workshop.directory);
    const view = views.view(pointsProjection);
    expect(view.statement(COUNT).get()).toEqual({ streams: 0 });

    await play(workshop.store, [collect('s-1', 1)], 'one');
    await runner.waitFor(await workshop.store.head());
    expect(view.statement(COUNT).get()).toEqual({ streams: 1 });
    expect(view.position()).toBe(await workshop.store.head());

    const before = view.db;
    await runner.rebuild('points');
    await play(workshop.store, [collect('s-2', 1)], 'two');
    await runner.waitFor(await workshop.store.head());
    expect(view.statement(COUNT).get()).toEqual({ streams: 2 });
    expect(view.db).not.toBe(before);
    views.close();
  });

  it('go on seeing one state of the rows inside a snapshot, even across a swap', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [collect('s-1', 1)], 'one');
    const runner = await workshop.caughtUp();
    const views = openViewsReadOnly(workshop.directory);
    const { db } = views.view(pointsProjection);
    db.exec('BEGIN');
    expect(db.prepare(COUNT).get()).toEqual({ streams: 1 });

    await play(workshop.store, [collect('s-2', 1)], 'two');
    await runner.waitFor(await workshop.store.head());
    await runner.rebuild('points');
    await play(workshop.store, [collect('s-3', 1)], 'three');
    await runner.waitFor(await workshop.store.head());
    expect(db.prepare(COUNT).get()).toEqual({ streams: 1 });
    db.exec('COMMIT');
    const newest = views.view(pointsProjection).snapshot((view) => [view.statement(COUNT).get(), view.position()]);
    expect(newest).toEqual([{ streams: 3 }, await workshop.store.head()]);
    views.close();
  });

  it('can be read when no runner is at work, and not be written', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [collect('s-1', 1)]);
    await (await workshop.caughtUp()).stop();
    const views = openViewsReadOnly(workshop.directory);
    const view = views.view(pointsProjection);
    expect(view.statement(COUNT).get()).toEqual({ streams: 1 });
    expect(() => view.db.exec('DELETE FROM points')).toThrow('readonly');
    views.close();
  });

  it('are missing before they are built, and when the program knows another definition', async () => {
    await using workshop = new Workshop();
    const missing = expect.objectContaining({ kind: 'unavailable', code: 'view-missing' });
    expect(() => openViewsReadOnly(workshop.directory).view(pointsProjection).db).toThrow(missing);
    await workshop.caughtUp();
    const views = openViewsReadOnly(workshop.directory);
    expect(() => views.view({ ...pointsProjection, version: 2 }).db).toThrow(missing);
    expect(() => views.view({ ...pointsProjection, filter: {} }).db).toThrow(missing);
    views.close();
  });
});

describe('a view in the process of the runner', () => {
  it('cannot be written, and is unavailable while nothing is in service', async () => {
    await using workshop = new Workshop();
    const runner = workshop.runner();
    expect(() => runner.view('points').db).toThrow(expect.objectContaining({ code: 'view-unavailable' }));
    await runner.start();
    await runner.waitFor('');
    await play(workshop.store, [collect('s-1', 1)]);
    await runner.waitFor(await workshop.store.head());
    expect(() => runner.view('points').db.exec('DELETE FROM points')).toThrow('readonly');
    expect(rowsIn(runner)).toHaveLength(1);
  });
});
