import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CHAIN_START, openSqliteEventStore, type SqliteEventStore } from '#event-store';
import { verifyLog } from '#integrity';
import { writeCases } from './case-log.js';
import type { BenchRow } from './store-bench.js';

const CASES = 20_000;
const ROUNDS = 7;
const PAGE = 1000;

/**
 * Megabytes that `gongkai log verify` takes a second, file check, every chain and the Merkle root together, beside
 * bare SHA-256. Rounds take turns, since neighbours on the machine disturb both; each figure is the median of its rounds.
 */
export async function benchVerify(report: (line: string) => void): Promise<readonly BenchRow[]> {
  const directory = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'gongkai-verify-'));
  const file = join(directory, 'log.db');
  try {
    const writer = await openSqliteEventStore({ file, mode: 'writer' });
    await writeCases(writer, CASES);
    await writer.close();
    const store = await openSqliteEventStore({ file, mode: 'reader' });
    const rows = await benchOne(store, file, report);
    await store.close();
    return rows;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function benchOne(
  store: SqliteEventStore,
  file: string,
  report: (line: string) => void,
): Promise<readonly BenchRow[]> {
  const { bytes, events } = hashBare(file);
  const [hashed, whole] = [bytes / 1e6, (await stat(file)).size / 1e6];
  report(`  ${events.toLocaleString('en')} events, ${hashed.toFixed(0)} MB hashed, file of ${whole.toFixed(0)} MB`);
  const taken: { verify: number; bare: number; file: number }[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const one = {
      verify: await seconds(async () => {
        const { damage } = await verifyLog(store);
        if (damage) throw new Error(damage.what);
      }),
      bare: await seconds(() => hashBare(file)),
      file: await seconds(() => hashFile(file)),
    };
    taken.push(one);
    report(`  round ${round} of ${ROUNDS}: verify ${ms(one.verify)}, bare ${ms(one.bare)}, file ${ms(one.file)}`);
  }
  const speed = (of: number, key: keyof (typeof taken)[number]) =>
    of / taken.map((round) => round[key]).toSorted((a, b) => a - b)[ROUNDS >> 1]!;
  const what = 'log verify: file, chains, Merkle root';
  return [
    {
      what,
      unit: 'MB/s of hashed text',
      measured: speed(hashed, 'verify'),
      floor: speed(hashed, 'bare'),
      floorIs: 'bare SHA-256 of the same texts, read from the same file, nothing compared',
    },
    {
      what,
      unit: 'MB/s of file',
      measured: speed(whole, 'verify'),
      floor: speed(whole, 'file'),
      floorIs: 'SHA-256 over the file from beginning to end, as `sha256sum` does',
    },
  ];
}

/** Reads every row in order and hashes its text as the chain would; nothing is compared, nothing kept. */
function hashBare(file: string): { readonly bytes: number; readonly events: number } {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(
    `SELECT e.id, e.type, e.version, s.name, e.revision, e.data, e.metadata FROM events e JOIN streams s ON s.id = e.stream
     WHERE e.position > ? AND e.position <= ? ORDER BY e.position`,
  );
  rows.setReturnArrays(true);
  let [bytes, events] = [0, 0];
  for (let after = 0; ; after += PAGE) {
    const page = rows.all(after, after + PAGE) as unknown as readonly (readonly (string | number)[])[];
    for (const [id, type, version, stream, revision, data, metadata] of page) {
      const text = `gongkai/event/1\n${CHAIN_START}\n${id}\n${type}\n${version}\n${stream}\n${revision}\n${data}\n${metadata}`;
      hash('sha256', text);
      bytes += text.length;
    }
    events += page.length;
    if (page.length < PAGE) break;
  }
  database.close();
  return { bytes, events };
}

async function hashFile(file: string): Promise<void> {
  const whole = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) whole.update(chunk as Buffer);
  whole.digest('hex');
}

async function seconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function ms(taken: number): string {
  return `${Math.round(taken * 1000)} ms`;
}

if (import.meta.filename === process.argv[1]) {
  for (const { what, unit, measured, floor, floorIs } of await benchVerify(console.log)) {
    console.log(
      `${what}: ${Math.round(measured)} ${unit}, ratio ${(measured / floor).toFixed(2)} to ${floorIs} (${Math.round(floor)})`,
    );
  }
}
