/**
 * One stage of the rebuild bench in a process of its own, so that its peak memory is its own. Prints one line of JSON.
 * Usage: rebuild-stage.js floor|statistics|caseload|year-end DIRECTORY
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SHIPPED_CALENDARS } from '#calendar';
import { openSqliteEventStore } from '#event-store';
import type { Principal } from '#kernel';
import { caseloadProjection, eventRegistry, openOffice, statisticsProjection } from '#office';
import { ProjectionRunner, type Projection } from '#projections';
import { BENCH_AGENCY, writeCases } from './case-log.js';

const [stage, directory] = process.argv.slice(2);
if (stage === undefined || directory === undefined) throw new TypeError('usage: rebuild-stage STAGE DIRECTORY');

const seconds = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const result = await run(stage, directory);
console.log(JSON.stringify({ ...result, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));

async function run(name: string, dir: string): Promise<object> {
  switch (name) {
    case 'floor':
      return floor(join(dir, 'log.db'));
    case 'statistics':
      return rebuild(dir, statisticsProjection);
    case 'caseload':
      return rebuild(dir, caseloadProjection(SHIPPED_CALENDARS));
    case 'year-end':
      return yearEnd(dir);
    default:
      throw new TypeError(`no such stage: ${name}`);
  }
}

/** The floor: every row read in order, its two JSON columns parsed, nothing kept. */
async function floor(file: string): Promise<object> {
  const database = new DatabaseSync(file, { readOnly: true });
  let events = 0;
  const scan = (parse: (data: string, metadata: string) => unknown) =>
    seconds(() => {
      events = 0;
      const rows = database
        .prepare(
          `SELECT e.position, s.name, e.revision, e.version, e.type, e.id, e.hash, e.metadata, e.data
           FROM events e JOIN streams s ON s.id = e.stream ORDER BY e.position`,
        )
        .iterate();
      for (const row of rows) {
        parse(String(row['data']), String(row['metadata']));
        events++;
      }
    });
  const dataOnly = await scan((data) => JSON.parse(data) as unknown);
  const both = await scan((data, metadata) => [JSON.parse(data) as unknown, JSON.parse(metadata) as unknown]);
  database.close();
  return { events, seconds: both, secondsDataOnly: dataOnly };
}

/** A view built from nothing by the runner that the service uses, into a file. */
async function rebuild(dir: string, projection: Projection): Promise<object> {
  const store = await openSqliteEventStore({ file: join(dir, 'log.db'), mode: 'reader' });
  const runner = new ProjectionRunner({
    store,
    registry: eventRegistry,
    projections: [projection],
    directory: join(dir, `rebuild-${projection.name}`),
    batchSize: 5_000,
  });
  const head = await store.head();
  const taken = await seconds(async () => {
    await runner.start();
    await runner.waitFor(head);
  });
  const [status] = await runner.status();
  await runner.stop();
  await store.close();
  return { seconds: taken, folded: status?.events };
}

/** With the views up to date: a thousand more events, then the tables of a year; and the tables alone, the median of 21. */
async function yearEnd(dir: string): Promise<object> {
  const office = await openOffice({ dataDir: dir });
  const auditor: Principal = { staffId: 'bench', role: 'auditor', agencies: '*' };
  const tables = () => office.years.year(BENCH_AGENCY, 2023, null, auditor);
  await office.views.waitFor(await office.store.head());
  const incremental = await seconds(async () => {
    await writeCases(office.store, 100, 10_000_000 + Date.now());
    await tables();
  });
  const reads = [];
  for (let read = 0; read < 21; read++) reads.push(await seconds(tables));
  await office.close();
  return { incrementalSeconds: incremental, tablesMs: reads.toSorted((a, b) => a - b)[10]! * 1000 };
}
