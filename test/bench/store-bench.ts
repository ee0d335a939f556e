import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '#event-store';
import { rowsOf, writeRaw } from './store-floor.js';
import { steps, type BenchAppend } from './store-load.js';

/** One line of the bench: what was measured, beside its floor from the same run. */
export interface BenchRow {
  readonly what: string;
  readonly unit: string;
  readonly measured: number;
  readonly floor: number;
  /** What the floor is. */
  readonly floorIs: string;
}

const ROUNDS = 15;
/** Events of a round. Short rounds in turn: a neighbour on the machine disturbs store and floor alike. */
const EVENTS = { 1: 1_000, 64: 12_800 } as const;

/**
 * Durable appends per second through the store, at concurrency 1 and 64, beside raw node:sqlite with the same durability,
 * tables, pragmas and rows. Store and floor take turns; each figure is the median of the rounds.
 */
export async function benchStore(report: (line: string) => void): Promise<readonly BenchRow[]> {
  const directory = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'gongkai-bench-'));
  try {
    return [await benchAppends(directory, 1, report), await benchAppends(directory, 64, report)];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function benchAppends(directory: string, clients: 1 | 64, report: (line: string) => void): Promise<BenchRow> {
  const stores: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const file = join(directory, `store-${clients}-${round}.db`);
    stores.push(EVENTS[clients] / (await writeThroughStore(file, clients)));
    const rows = rowsOf(file);
    floors.push(rows.length / writeRaw(join(directory, `floor-${clients}-${round}.db`), rows, clients));
    report(`  round ${round + 1} of ${ROUNDS}: store ${perSecond(stores.at(-1)!)}, floor ${perSecond(floors.at(-1)!)}`);
  }
  return {
    what: `durable appends, ${clients} concurrent`,
    unit: 'events/s',
    measured: median(stores),
    floor: median(floors),
    floorIs: `raw node:sqlite, the same rows, ${clients} to a transaction`,
  };
}

/** Seconds that `clients` writers take, each appending its next event when the last one is acknowledged. */
async function writeThroughStore(file: string, clients: number): Promise<number> {
  const store = await openSqliteEventStore({ file, mode: 'writer' });
  const each = EVENTS[clients as 1 | 64] / clients;
  // Made beforehand: making up events is the bench's work, not the store's.
  const work = Array.from({ length: clients }, (_, client) => Iterator.from(steps(client)).take(each).toArray());
  const started = performance.now();
  await Promise.all(work.map((appends) => writeInTurn(store, appends)));
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  return seconds;
}

async function writeInTurn(
  store: Awaited<ReturnType<typeof openSqliteEventStore>>,
  appends: readonly BenchAppend[],
): Promise<void> {
  for (const { stream, expected, events, metadata } of appends) await store.append(stream, expected, events, metadata);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')}/s`;
}

if (import.meta.filename === process.argv[1]) {
  for (const row of await benchStore(console.log)) {
    console.log(
      `${row.what}: ${perSecond(row.measured)}; floor ${perSecond(row.floor)} (${row.floorIs}); ratio ${(row.measured / row.floor).toFixed(2)}`,
    );
  }
}
