/** `npm run bench`: every figure beside its floor from the same run, written to docs/performance.md. */
import { cpus, totalmem } from 'node:os';
import { writeFile } from 'node:fs/promises';
import { benchHttp, type HttpRow } from './http-bench.js';
import { benchImport } from './import-bench.js';
import { benchPlay } from './play-bench.js';
import { benchRebuild, type RebuildRow } from './rebuild-bench.js';
import { benchReplay, type ReplayRow } from './replay-bench.js';
import { benchStore, type BenchRow } from './store-bench.js';
import { benchVerify } from './verify-bench.js';

const report = (line: string): void => console.error(line);

report('durable appends through the store');
const store = await benchStore(report);
report('durable registrations through HTTP');
const http = await benchHttp(report);
report('scenario files through play');
const play = await benchPlay(report);
report('a register of 100,000 rows');
const imported = await benchImport(report);
report('rebuild, year-end, tables');
const rebuild = await benchRebuild([100_000, 1_000_000], report);
report('verification of a log');
const verify = await benchVerify(report);
report('replay of cases and years');
const replay = await benchReplay(report);

const document = [
  '# Performance',
  'Written by `npm run bench`. Figures of one run on one machine; the ratio to the floor of the same run is what says something elsewhere. ' +
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}.`,
  '## Recording',
  'Durable: SQLite, WAL, `synchronous = FULL`; answered after the commit that holds the event. The floor is raw `node:sqlite`: the same rows, ' +
    'serialised beforehand, into the same tables with the same pragmas, as many to a transaction as there are clients.',
  table(['what', 'measured', 'floor', 'ratio', 'floor is'], [...store, ...play, ...imported].map(storeLine)),
  '## HTTP',
  'One registration per request, through authentication, validation, the rules of casework and the durable append. The bare server is `node:http` ' +
    'that parses the same bodies and stores nothing; clients and server share the machine.',
  table(['clients', 'measured', 'raw SQLite', 'ratio', 'bare HTTP', 'ratio'], http.map(httpLine)),
  '## Reading',
  'Full rebuild of each view from the log into a file, by the runner of the service. The floor reads every row in order and parses its two JSON columns, ' +
    'keeping nothing. Year-end: a thousand more events, then the tables of a year. Every stage runs in a process of its own; peak memory is its largest resident set.',
  table(
    [
      'events',
      'floor',
      'statistics',
      'ratio',
      'caseload',
      'ratio',
      'year-end, incremental',
      'tables of a year',
      'peak memory: floor, statistics, caseload',
    ],
    rebuild.map(rebuildLine),
  ),
  '## Proof',
  "Verification of a whole log: SQLite's check of pages, every entry of the indexes, the checksum of every page, every hash chain recomputed, the Merkle root over the heads.",
  table(['what', 'measured', 'floor', 'ratio', 'floor is'], verify.map(storeLine)),
  'Readings of the past: a case read whole, with its clock day by day; the tables of an agency year with 100,000 cases as known at an earlier state of the log.',
  table(['what', 'median', 'slowest', 'floor', 'floor / median', 'floor is'], replay.map(replayLine)),
  '',
].join('\n\n');
await writeFile('docs/performance.md', document);
console.log(document);

function storeLine({ what, unit, measured, floor, floorIs }: BenchRow): string[] {
  return [what, `${count(measured)} ${unit}`, `${count(floor)} ${unit}`, ratio(measured, floor), floorIs];
}

function httpLine({ clients, measured, rawSqlite, bareHttp }: HttpRow): string[] {
  return [
    String(clients),
    `${count(measured)} requests/s`,
    `${count(rawSqlite)} rows/s`,
    ratio(measured, rawSqlite),
    `${count(bareHttp)} requests/s`,
    ratio(measured, bareHttp),
  ];
}

function rebuildLine({ events, floor, statistics, caseload, yearEnd }: RebuildRow): string[] {
  const speed = (seconds: number) => `${count(events / seconds)} events/s`;
  return [
    count(events),
    speed(floor.seconds),
    speed(statistics.seconds),
    ratio(floor.seconds, statistics.seconds),
    speed(caseload.seconds),
    ratio(floor.seconds, caseload.seconds),
    `${Math.round(yearEnd.incrementalSeconds * 1000)} ms`,
    `${yearEnd.tablesMs.toFixed(1)} ms`,
    `${floor.peakMiB}, ${statistics.peakMiB}, ${caseload.peakMiB} MiB`,
  ];
}

function replayLine({ what, medianMs, slowestMs, floorMs, floorIs }: ReplayRow): string[] {
  const shown = (taken: number) => `${taken.toFixed(taken < 10 ? 2 : 0)} ms`;
  return [what, shown(medianMs), shown(slowestMs), shown(floorMs), ratio(floorMs, medianMs), floorIs];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function ratio(measured: number, floor: number): string {
  return (measured / floor).toFixed(2);
}
