import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore, type EventStore } from '#event-store';
import { RawWriter, rowsBehind } from './store-floor.js';
import { steps, type BenchAppend } from './store-load.js';
import { settle } from './store-settle.js';

/** One line of the bench: what was measured, beside its floor from the same run. */
export interface BenchRow {
  readonly what: string;
  readonly unit: string;
  readonly measured: number;
  readonly floor: number;
  /** What the floor is. */
  readonly floorIs: string;
}

/** Store and floor take turns on logs that grow alike, slice by slice: a neighbour on the machine disturbs both. */
const SLICES = 20;
const EVENTS_PER_SLICE = { 1: 200, 64: 6_400 } as const;
type Clients = keyof typeof EVENTS_PER_SLICE;

/**
 * Durable appends per second through the store, at concurrency 1 and 64, beside raw node:sqlite with the same durability,
 * tables, pragmas and rows. Each figure is the median of the slices.
 */
export async function benchStore(report: (line: string) => void): Promise<readonly BenchRow[]> {
  const directory = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'gongkai-bench-'));
  try {
    return [await benchAppends(directory, 1, report), await benchAppends(directory, 64, report)];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function benchAppends(directory: string, clients: Clients, report: (line: string) => void): Promise<BenchRow> {
  const file = join(directory, `store-${clients}.db`);
  const store = await openSqliteEventStore({ file, mode: 'writer' });
  const floor = new RawWriter(join(directory, `floor-${clients}.db`));
  const load = Array.from({ length: clients }, (_, client) => steps(client));
  const perSecond: { store: number; floor: number }[] = [];
  for (let slice = 1; slice <= SLICES; slice++) {
    const taken = await writeSlice(store, load, EVENTS_PER_SLICE[clients]);
    const rows = rowsBehind(file, (slice - 1) * EVENTS_PER_SLICE[clients]);
    perSecond.push({ store: rows.length / taken, floor: rows.length / floor.write(rows, clients) });
    report(`  ${clients} concurrent, slice ${slice} of ${SLICES}: ${describe(perSecond.at(-1)!)}`);
  }
  await store.close();
  floor.close();
  return {
    what: `durable appends, ${clients} concurrent`,
    unit: 'events/s',
    measured: median(perSecond.map((slice) => slice.store)),
    floor: median(perSecond.map((slice) => slice.floor)),
    floorIs: `raw node:sqlite, the same rows, ${clients} to a transaction`,
  };
}

/** Seconds that the clients take for `count` events, each appending its next when the last one is acknowledged. */
async function writeSlice(store: EventStore, load: readonly Iterator<BenchAppend>[], count: number): Promise<number> {
  // Made beforehand: making up events is the bench's work, not the store's.
  const work = load.map((each) => Array.from({ length: count / load.length }, () => each.next().value as BenchAppend));
  settle();
  const started = performance.now();
  await Promise.all(work.map((appends) => writeInTurn(store, appends)));
  return (performance.now() - started) / 1000;
}

async function writeInTurn(store: EventStore, appends: readonly BenchAppend[]): Promise<void> {
  for (const { stream, expected, events, metadata } of appends) await store.append(stream, expected, events, metadata);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function describe({ store, floor }: { readonly store: number; readonly floor: number }): string {
  const rate = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;
  return `store ${rate(store)}, floor ${rate(floor)}, ratio ${(store / floor).toFixed(2)}`;
}

if (import.meta.filename === process.argv[1]) {
  for (const { what, measured, floor, floorIs } of await benchStore(console.log)) {
    console.log(`${what}: ${describe({ store: measured, floor })} (${floorIs})`);
  }
}
