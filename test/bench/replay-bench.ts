import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Principal } from '#kernel';
import { openOffice, type Office } from '#office';
import { request, somebody } from '../../libs/office/testkit/busy-office.js';
import { BENCH_AGENCY, benchMetadata, writeCases } from './case-log.js';
import { LONG_CASE_EVENTS, writeLongCases } from './long-case.js';

const LONG_CASES = 200;
const YEAR = 2023;
const YEAR_CASES = 100_000;
const ROUNDS = 9;

/** A reading, beside its floor from the same run; the median and the slowest of its rounds, in milliseconds. */
export interface ReplayRow {
  readonly what: string;
  readonly medianMs: number;
  readonly slowestMs: number;
  readonly floorMs: number;
  /** What the floor is. */
  readonly floorIs: string;
}

const AUDITOR: Principal = { staffId: 'bench', role: 'auditor', agencies: '*' };
const { now: NOW } = benchMetadata('bench');

/** Replay of long cases, and the tables of a year with 100,000 cases as known at an earlier place or instant. */
export async function benchReplay(report: (line: string) => void): Promise<readonly ReplayRow[]> {
  const directory = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'gongkai-replay-'));
  try {
    const caseIds = await write(directory, report);
    // Opened anew, so that the first replay of a case reads its stream from the file.
    const office = await openOffice({ dataDir: directory });
    try {
      await office.views.waitFor(await office.store.head());
      return [
        ...(await benchCases(office, directory, caseIds, report)),
        ...(await benchYear(office, directory, report)),
      ];
    } finally {
      await office.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function write(directory: string, report: (line: string) => void): Promise<readonly string[]> {
  report(`  writing ${YEAR_CASES.toLocaleString('en')} cases of one year`);
  const office = await openOffice({ dataDir: directory });
  await office.agencies.record({
    name: 'found-agency',
    agency: BENCH_AGENCY,
    body: { on: '2010-01-01', name: '某市人民政府', level: 'city', parentId: null },
    request: request(somebody('operator'), 'found', NOW),
  });
  await writeCases(office.store, YEAR_CASES, 0, undefined, [YEAR]);
  const caseIds = await writeLongCases(office.store, LONG_CASES);
  await office.views.waitFor(await office.store.head());
  await office.close();
  return caseIds;
}

/** Every long case read for the first time, then the same again; the floor reads and parses the same rows. */
async function benchCases(
  office: Office,
  directory: string,
  caseIds: readonly string[],
  report: (line: string) => void,
): Promise<readonly ReplayRow[]> {
  const log = new DatabaseSync(join(directory, 'log.db'), { readOnly: true });
  const rows = log.prepare(
    'SELECT e.data, e.metadata FROM events e JOIN streams s ON s.id = e.stream WHERE s.name = ? ORDER BY e.revision',
  );
  const [first, again, floor]: [number[], number[], number[]] = [[], [], []];
  const replay = async (caseId: string) => {
    const { reading, revision } = await office.replays.replay(caseId, {}, AUDITOR, NOW);
    if (reading === null || revision !== LONG_CASE_EVENTS - 1) throw new Error(`${caseId} was not replayed whole`);
  };
  for (const caseId of caseIds) {
    first.push(await milliseconds(() => replay(caseId)));
    again.push(await milliseconds(() => replay(caseId)));
    floor.push(
      await milliseconds(() => rows.all(`case-${caseId}`).map(({ data, metadata }) => [parse(data), parse(metadata)])),
    );
  }
  log.close();
  report(`  ${caseIds.length} cases of ${LONG_CASE_EVENTS} events: ${shown(first)}; again ${shown(again)}`);
  const floorIs = 'the rows of the case by raw node:sqlite, their JSON parsed';
  const what = `replay of a case of ${LONG_CASE_EVENTS} events`;
  return [row(`${what}, first time`, first, floor, floorIs), row(`${what}, again`, again, floor, floorIs)];
}

/** The tables as known halfway and at the end, by position and by instant; the floor scans the same rows and adds them up. */
async function benchYear(
  office: Office,
  directory: string,
  report: (line: string) => void,
): Promise<readonly ReplayRow[]> {
  const views = join(directory, 'views');
  const file = (await readdir(views)).find((name) => /^statistics-.*\.db$/.test(name));
  if (file === undefined) throw new Error('no statistics view');
  const database = new DatabaseSync(join(views, file), { readOnly: true });
  const head = await office.store.head();
  const half = String(Math.floor(Number(head) / 2)).padStart(head.length, '0');
  const askings = [
    ['by position, half of the log', 'position', half, { position: half }],
    ['by position, all of the log', 'position', head, { position: head }],
    ['by instant, all of the log', 'recorded_at', NOW, { instant: NOW }],
  ] as const;
  const answers: ReplayRow[] = [];
  for (const [name, column, value, known] of askings) {
    const sum = database.prepare(
      `SELECT count(*) AS rows, sum(value) AS value FROM counter_change WHERE agency = ? AND ${column} <= ? AND year <= ?`,
    );
    const [taken, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      taken.push(await milliseconds(() => office.knownYears.figures(BENCH_AGENCY, YEAR, null, known, AUDITOR, NOW)));
      floor.push(await milliseconds(() => sum.get(BENCH_AGENCY, value, YEAR)));
    }
    const rows = Number(sum.get(BENCH_AGENCY, value, YEAR)?.['rows']).toLocaleString('en');
    report(`  tables as known ${name}: ${shown(taken)}, floor ${shown(floor)}, ${rows} rows`);
    answers.push(row(`tables as known, ${name}`, taken, floor, `${rows} rows scanned and summed by raw node:sqlite`));
  }
  database.close();
  return answers;
}

function row(what: string, taken: readonly number[], floor: readonly number[], floorIs: string): ReplayRow {
  return { what, medianMs: median(taken), slowestMs: Math.max(...taken), floorMs: median(floor), floorIs };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function shown(taken: readonly number[]): string {
  return `${median(taken).toFixed(2)} ms, slowest ${Math.max(...taken).toFixed(2)} ms`;
}

function parse(text: unknown): unknown {
  return JSON.parse(String(text));
}

async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

if (import.meta.filename === process.argv[1]) await benchReplay(console.log);
