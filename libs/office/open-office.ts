import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GongkaiError } from '#kernel';
import { SHIPPED_CALENDARS, type Calendars } from '#calendar';
import { MemoryEventStore, openSqliteEventStore } from '#event-store';
import { ProjectionRunner, type Warn } from '#projections';
import { CalendarsInForce } from './calendars/calendars-in-force.js';
import { Office } from './office.js';
import { eventRegistry } from './registry.js';
import { caseloadProjection } from './views/caseload.js';
import { KeptViews } from './views/kept-views.js';
import type { OfficeViews } from './views/office-views.js';
import { statisticsProjection } from './views/statistics.js';

/** How to open an office. */
export interface OfficeOptions {
  /** Directory of the log (`log.db`) and the views; made if missing. `null`: everything in memory, gone with the process. */
  readonly dataDir: string | null;
  /** `writer`: the one process that records. `reader`: looks on, also while a writer is at work; recording is refused. */
  readonly mode?: 'writer' | 'reader';
  /** The calendars to start from, other than those shipped. Recorded ones come on top. */
  readonly calendars?: Calendars;
  /** Where warnings of projections go. */
  readonly warn?: Warn;
}

/**
 * Opens an office. A writer starts its views and does not wait for them to catch up.
 * Raises what the store and the views raise: `store-locked`, `views-in-use`, `store-read-only`, `StoreCorrupt`, …
 */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const shipped = options.calendars ?? SHIPPED_CALENDARS;
  if (options.mode === 'reader' && options.dataDir !== null) return openReader(options.dataDir, shipped);
  if (options.dataDir !== null) mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const store =
    options.dataDir === null
      ? new MemoryEventStore()
      : await openSqliteEventStore({ file: logFile(options.dataDir), mode: 'writer' });
  const projections = new ProjectionRunner({
    store,
    registry: eventRegistry,
    projections: [statisticsProjection, caseloadProjection(shipped)],
    ...(options.dataDir !== null && { directory: viewsDirectory(options.dataDir) }),
    ...(options.warn !== undefined && { warn: options.warn }),
  });
  let calendars: CalendarsInForce;
  try {
    calendars = await CalendarsInForce.open(store, shipped);
    await projections.start();
  } catch (error) {
    await store.close();
    throw error;
  }
  const views: OfficeViews = {
    get statistics() {
      return projections.view('statistics');
    },
    get caseload() {
      return projections.view('caseload');
    },
    waitFor: (position, wait) => projections.waitFor(position, wait),
    status: () => projections.status(),
  };
  return new Office(store, views, projections, calendars, async () => {
    await projections.stop();
    await store.close();
  });
}

/** Opens the log to look at: reads as of now, refuses to record. The views are those that the writer keeps. */
async function openReader(dataDir: string, shipped: Calendars): Promise<Office> {
  const store = await openSqliteEventStore({ file: logFile(dataDir), mode: 'reader' });
  try {
    const calendars = await CalendarsInForce.open(store, shipped);
    const views = new KeptViews(viewsDirectory(dataDir), store, calendars);
    return new Office(store, views, null, calendars, async () => {
      views.close();
      await store.close();
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Why somebody who wants to look cannot be the writer: another process is, or nothing may be written here. */
const NOT_THE_WRITER: readonly string[] = ['store-locked', 'views-in-use', 'store-read-only'];

/**
 * Opens an office to ask it questions. A reader does where the views include the whole log; otherwise this process brings them up
 * to date as the writer or, while another process is the writer, waits a while for that one. Makes nothing where there is no log.
 * Raises `store-missing` and what else {@link openOffice} raises, other than for the lock.
 */
export async function openOfficeToLook(options: Omit<OfficeOptions, 'mode'>): Promise<Office> {
  const reader = await openOffice({ ...options, mode: 'reader' });
  let office = reader;
  try {
    if ((await reader.views.status()).every(({ behind }) => !behind)) return reader;
    office = (await writerIfFree(options)) ?? reader;
  } catch (error) {
    await reader.close();
    throw error;
  }
  if (office !== reader) await reader.close();
  // Of a view that does not come up the question that needs it tells why; others can be answered.
  await Promise.allSettled([office.views.waitFor(await office.store.head())]);
  return office;
}

async function writerIfFree(options: Omit<OfficeOptions, 'mode'>): Promise<Office | null> {
  try {
    return await openOffice({ ...options, mode: 'writer' });
  } catch (error) {
    if (error instanceof GongkaiError && NOT_THE_WRITER.includes(error.code)) return null;
    throw error;
  }
}

function logFile(dataDir: string): string {
  return join(dataDir, 'log.db');
}

function viewsDirectory(dataDir: string): string {
  return join(dataDir, 'views');
}
