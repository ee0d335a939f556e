import { closeSync, openSync, renameSync, statSync, truncateSync, unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { collect, ofType, play } from '../testkit/toy-log.js';
import { pointsOf, pointsProjection } from '../testkit/toy-projection.js';
import { Workshop, rowsIn } from '../testkit/workshop.js';

const steps = Array.from({ length: 3000 }, (_, n) => collect(`stream-${n}`, n));
const G1 = 'points-v1.g1.db';

function overwrite(path: string, at: number, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  closeSync(file);
}

const damages: Record<string, (path: string) => void> = {
  'with a broken header': (path) => overwrite(path, 0, 100),
  'with broken pages in the middle': (path) => overwrite(path, 8192, 16_384),
  'cut in half': (path) => truncateSync(path, statSync(path).size / 2),
  'cut to nothing': (path) => truncateSync(path, 0),
  'that is something else': (path) => writeFileSync(path, 'not a database at all, only a text\n'.repeat(500)),
  'without a checkpoint': (path) => {
    const db = new DatabaseSync(path);
    db.exec('DELETE FROM projection_checkpoint');
    db.close();
  },
};

describe('a views file', () => {
  it.each(Object.entries(damages))('%s is discarded with a warning and built anew from the log', async (_, damage) => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    await (await workshop.caughtUp()).stop();
    damage(join(workshop.directory, G1));

    const runner = await workshop.caughtUp();
    expect(workshop.warnings).toMatchObject([{ code: 'view-discarded', projection: 'points' }]);
    expect(workshop.files()).toEqual(['points-v1.g2.db']);
    expect(rowsIn(runner)).toEqual(pointsOf(steps));
  });

  it('that is missing is built without a word', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps.slice(0, 10));
    await (await workshop.caughtUp()).stop();
    unlinkSync(join(workshop.directory, G1));
    const runner = await workshop.caughtUp();
    expect(workshop.warnings).toEqual([]);
    expect(rowsIn(runner)).toEqual(pointsOf(steps.slice(0, 10)));
  });

  it('damaged while in use is replaced without a restart', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps);
    const runner = await workshop.caughtUp();
    const other = new DatabaseSync(join(workshop.directory, G1));
    other.exec("UPDATE projection_checkpoint SET position = '0'");
    other.close();
    await play(workshop.store, [collect('one-more', 1)], 'more');
    await runner.waitFor(await workshop.store.head());
    expect(workshop.warnings.map(({ code }) => code)).toEqual(['projection-retrying']);
    expect(rowsIn(runner)).toEqual(pointsOf([...steps, collect('one-more', 1)]));
  });

  it('of another version of the projection is left alone, and the new version is built beside it', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps.slice(0, 10));
    await (await workshop.caughtUp()).stop();
    const runner = await workshop.caughtUp({ projections: [{ ...pointsProjection, version: 2 }] });
    expect(workshop.files()).toEqual([G1, 'points-v2.g1.db']);
    expect(rowsIn(runner)).toEqual(pointsOf(steps.slice(0, 10)));
  });

  it('of a changed definition is rebuilt even if the version was not raised', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps.slice(0, 10));
    await (await workshop.caughtUp()).stop();
    const schema = `${pointsProjection.schema}; CREATE INDEX by_points ON points (points)`;
    const runner = await workshop.caughtUp({ projections: [{ ...pointsProjection, schema }] });
    expect(workshop.warnings).toMatchObject([{ code: 'view-discarded' }]);
    expect(rowsIn(runner)).toEqual(pointsOf(steps.slice(0, 10)));
  });

  it.each([
    ['shorter', steps.slice(0, 5), 'run'],
    ['longer, but with other events', steps.slice(0, 20), 'another'],
  ])('of a log that is now %s (restored from a backup) is rebuilt', async (_, other, run) => {
    await using workshop = new Workshop();
    await play(workshop.store, steps.slice(0, 10));
    await (await workshop.caughtUp()).stop();
    const store = new MemoryEventStore();
    await play(store, other, run);
    const runner = workshop.runner({ store });
    await runner.start();
    await runner.waitFor(await store.head());
    expect((await runner.status())[0]).toMatchObject({ events: other.length });
    expect(workshop.warnings).toMatchObject([{ code: 'view-discarded' }]);
    expect(rowsIn(runner)).toEqual(pointsOf(other));
  });

  it('of a log that is now shorter by events that the filter leaves out is rebuilt, or new events would be missed', async () => {
    await using workshop = new Workshop();
    const noise = Array.from({ length: 5 }, () => ofType('s', 'toy.noise'));
    await play(workshop.store, [...steps.slice(0, 10), ...noise]);
    await (await workshop.caughtUp()).stop();
    const store = new MemoryEventStore();
    await play(store, steps.slice(0, 12));
    const runner = workshop.runner({ store });
    await runner.start();
    await runner.waitFor(await store.head());
    expect(workshop.warnings).toMatchObject([{ code: 'view-discarded' }]);
    expect(rowsIn(runner)).toEqual(pointsOf(steps.slice(0, 12)));
  });

  it('of a projection that failed is checked anew at its restart', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [...steps.slice(0, 10), ofType('s', 'toy.poison')]);
    const runner = workshop.runner();
    await runner.start();
    const head = await workshop.store.head();
    await expect(runner.waitFor(head)).rejects.toMatchObject({ code: 'projection-failed' });
    const other = new DatabaseSync(join(workshop.directory, G1));
    other.exec('DELETE FROM projection_checkpoint');
    other.close();
    runner.restart('points');
    await expect(runner.waitFor(head)).rejects.toMatchObject({ code: 'projection-failed' });
    expect(workshop.warnings).toMatchObject([{ code: 'view-discarded' }]);
    expect(rowsIn(runner)).toEqual(pointsOf(steps.slice(0, 10)));
  });

  it('left by a swap that was killed half-way is cleared away', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, steps.slice(0, 10));
    const runner = await workshop.caughtUp();
    await runner.stop();
    writeFileSync(join(workshop.directory, 'points-v1.g0.db-wal'), 'left over');
    renameSync(join(workshop.directory, G1), join(workshop.directory, 'points-v1.g7.db'));
    writeFileSync(join(workshop.directory, G1), 'left over');
    const again = await workshop.caughtUp();
    expect(workshop.files()).toEqual(['points-v1.g7.db']);
    expect(rowsIn(again)).toEqual(pointsOf(steps.slice(0, 10)));
  });
});

describe('the views directory', () => {
  it('has one runner at a time', async () => {
    await using workshop = new Workshop();
    const first = await workshop.caughtUp();
    const second = workshop.runner();
    await expect(second.start()).rejects.toMatchObject({ kind: 'unavailable', code: 'views-in-use' });
    await expect(second.rebuild('points')).rejects.toMatchObject({ code: 'views-in-use' });
    await first.stop();
    await second.start();
  });

  it('that cannot be made is reported', async () => {
    await using workshop = new Workshop();
    const file = join(workshop.directory, 'a-file');
    writeFileSync(file, '');
    const runner = workshop.runner({ directory: join(file, 'views') });
    await expect(runner.start()).rejects.toMatchObject({ kind: 'unavailable', code: 'view-unavailable' });
  });
});
