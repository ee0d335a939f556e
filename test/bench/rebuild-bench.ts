import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openOffice } from '#office';
import { request, somebody } from '../../libs/office/testkit/busy-office.js';
import { BENCH_AGENCY, EVENTS_PER_CASE, writeCases } from './case-log.js';

const run = promisify(execFile);

/** What the rebuild of the views over one log took, beside the floor of the same run. */
export interface RebuildRow {
  readonly events: number;
  readonly floor: { readonly seconds: number; readonly secondsDataOnly: number; readonly peakMiB: number };
  readonly statistics: { readonly seconds: number; readonly folded: number; readonly peakMiB: number };
  readonly caseload: { readonly seconds: number; readonly folded: number; readonly peakMiB: number };
  readonly yearEnd: { readonly incrementalSeconds: number; readonly tablesMs: number; readonly peakMiB: number };
}

/** Full rebuild of both views, incremental year-end and reading of a year's tables, over logs of several sizes. */
export async function benchRebuild(
  sizes: readonly number[],
  report: (line: string) => void,
): Promise<readonly RebuildRow[]> {
  const rows: RebuildRow[] = [];
  for (const events of sizes) {
    const directory = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'gongkai-rebuild-'));
    try {
      rows.push(await benchOne(directory, events, report));
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  return rows;
}

async function benchOne(directory: string, events: number, report: (line: string) => void): Promise<RebuildRow> {
  report(`  writing ${events.toLocaleString('en')} events of casework`);
  await write(directory, events);
  const stage = async <T>(name: string): Promise<T> => {
    report(`  ${name}`);
    const { stdout } = await run(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'rebuild-stage.js'), name, directory],
      { maxBuffer: 1 << 26 },
    );
    return JSON.parse(stdout) as T;
  };
  return {
    events,
    floor: await stage('floor'),
    statistics: await stage('statistics'),
    caseload: await stage('caseload'),
    yearEnd: await stage('year-end'),
  };
}

async function write(directory: string, events: number): Promise<void> {
  await mkdir(directory, { recursive: true });
  const office = await openOffice({ dataDir: directory });
  await office.agencies.record({
    name: 'found-agency',
    agency: BENCH_AGENCY,
    body: { on: '2010-01-01', name: '某市人民政府', level: 'city', parentId: null },
    request: request(somebody('operator'), 'found'),
  });
  await writeCases(office.store, events / EVENTS_PER_CASE);
  await office.views.waitFor(await office.store.head());
  await office.close();
}

if (import.meta.filename === process.argv[1]) {
  const sizes = process.argv.slice(2).map(Number);
  console.log(
    JSON.stringify(await benchRebuild(sizes.length > 0 ? sizes : [100_000, 1_000_000], console.error), null, 1),
  );
}
