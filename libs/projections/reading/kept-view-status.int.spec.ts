import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '#event-store';
import { collect, play } from '../testkit/toy-log.js';
import { pointsProjection } from '../testkit/toy-projection.js';
import { Workshop } from '../testkit/workshop.js';
import { keptViewStatus } from './kept-view-status.js';
import { openViewsReadOnly } from './open-views-read-only.js';

const statusIn = async (workshop: Workshop, store = workshop.store) => {
  const views = openViewsReadOnly(workshop.directory);
  try {
    return await keptViewStatus(views.view(pointsProjection), pointsProjection, store);
  } finally {
    views.close();
  }
};

describe('the status of a view that another process keeps', () => {
  it('is starting before the view is built, live at the head of the log, catching up behind it', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [collect('s-1', 1)], 'one');
    const first = await workshop.store.head();
    expect(await statusIn(workshop)).toMatchObject({ name: 'points', state: 'starting', checkpoint: '', behind: true });

    await (await workshop.caughtUp()).stop();
    expect(await statusIn(workshop)).toMatchObject({
      state: 'live',
      checkpoint: first,
      events: 1,
      head: first,
      behind: false,
      lastError: undefined,
    });

    await play(workshop.store, [collect('s-2', 1)], 'two');
    const status = { state: 'catching-up', checkpoint: first, head: await workshop.store.head(), behind: true };
    expect(await statusIn(workshop)).toMatchObject(status);
  });

  it('has failed when the log behind it is another one, shorter or of the same length', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [collect('s-1', 1)]);
    await (await workshop.caughtUp()).stop();
    const failed = { state: 'failed', behind: true, lastError: { code: 'view-corrupt' } };
    expect(await statusIn(workshop, new MemoryEventStore())).toMatchObject(failed);
    const other = new MemoryEventStore();
    await play(other, [collect('s-1', 2)]);
    expect(await statusIn(workshop, other)).toMatchObject(failed);
  });

  it('has failed when the file is damaged', async () => {
    await using workshop = new Workshop();
    await play(workshop.store, [collect('s-1', 1)]);
    await (await workshop.caughtUp()).stop();
    const [file] = workshop.files();
    truncateSync(join(workshop.directory, file!), 5_000);
    expect(await statusIn(workshop)).toMatchObject({ behind: true, checkpoint: '' });
  });
});
