import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { utils, write } from '@e965/xlsx';
import { addDays } from '#kernel';
import { HONGZE_REGISTER_2023 } from '../scenarios/register-years.js';
import { HONGZE } from '../scenarios/office.js';
import { appendAll } from './play-bench.js';
import type { BenchRow } from './store-bench.js';

const ROWS = 100_000;
const WINDOW = 512;

const MAPPING = {
  format: 'gongkai/case-register-mapping/1',
  columns: {
    caseNumber: '编号',
    receivedOn: '收到日期',
    channel: '渠道',
    applicantKind: '类型',
    extendedOn: '延期',
    outcome: '结果',
    endedOn: '答复日期',
    replyNumber: '文号',
  },
  words: {
    channel: { EMS: 'registered-mail', 网上: 'internet' },
    applicantKind: { 公民: 'natural-person', 企业: 'commercial-enterprise' },
    outcome: { 公开: 'granted_provided', 部分: 'partially_granted', 不存在: 'unavailable_not_exist' },
  },
  declared: { extensionDays: 10, extensionApprovedBy: 'head-1' },
};

/**
 * A workbook of 100,000 rows through `gongkai import cases` as a process of its own, start to end: inflated, read, rehearsed by the
 * rules of casework, compared with the log, recorded; then the dry run of the same file. The floor: the same events appended to a
 * store by somebody who reads no file and decides nothing.
 */
export async function benchImport(report: (line: string) => void): Promise<readonly BenchRow[]> {
  const directory = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'gongkai-import-'));
  try {
    const [file, mapping, found] = ['register.xlsx', 'mapping.json', 'found.jsonl'].map((name) =>
      join(directory, name),
    );
    await writeFile(file!, workbook());
    await writeFile(mapping!, JSON.stringify(MAPPING));
    await writeFile(found!, `${JSON.stringify(HONGZE_REGISTER_2023.lines[0])}\n`);
    const data = ['--data', join(directory, 'data'), '--json'];
    await gongkai(['play', found!, ...data]);
    const words = [
      'import',
      'cases',
      file!,
      '--mapping',
      mapping!,
      '--agency',
      HONGZE.agency,
      '--actor',
      'head-1',
      ...data,
    ];
    const dry = await gongkai([...words, '--dry-run']);
    report(`  dry run of ${dry.accepted} rows in ${dry.seconds.toFixed(1)} s`);
    const first = await gongkai(words);
    report(`  recorded ${first.accepted} rows, ${first.entries} entries, in ${first.seconds.toFixed(1)} s`);
    if (first.accepted !== ROWS || dry.accepted !== ROWS) throw new Error('the import of the bench lost rows');
    const floor = first.entries / (await appendAll(join(directory, 'data', 'log.db'), join(directory, 'floor.db')));
    const floorIs = `the same events through the store alone, ${WINDOW} on their way`;
    const what = `${ROWS.toLocaleString('en')} rows of XLSX through import`;
    return [
      { what, unit: 'events/s', measured: first.entries / first.seconds, floor, floorIs },
      { what: `${what}, dry run`, unit: 'events/s', measured: first.entries / dry.seconds, floor, floorIs },
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Two ways to write a day, two channels, one row in five extended. */
function workbook(): Buffer {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const received = addDays('2019-01-02', at % 1_500);
    const [year, month, day] = received.split('-').map(Number);
    return [
      `登记〔${String(year)}〕${at}号`,
      at % 2 === 0 ? received : `${String(year)}年${String(month)}月${String(day)}日`,
      at % 3 === 0 ? '网上' : 'EMS',
      at % 4 === 0 ? '企业' : '公民',
      at % 5 === 0 ? addDays(received, 10) : '',
      ['公开', '部分', '不存在'][at % 3],
      addDays(received, 14),
      `公开〔${String(year)}〕${at}号`,
      '某某某',
      '某省某市某县某镇某村某组',
    ];
  });
  const heads = ['编号', '收到日期', '渠道', '类型', '延期', '结果', '答复日期', '文号', '姓名', '地址'];
  const sheet = utils.aoa_to_sheet([heads, ...rows], { dense: true });
  const book = { SheetNames: ['台账'], Sheets: { 台账: sheet } };
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer;
}

interface Imported {
  readonly accepted: number;
  readonly entries: number;
  readonly seconds: number;
}

async function gongkai(words: readonly string[]): Promise<Imported> {
  const started = performance.now();
  const child = spawn(execPath, ['bin/gongkai.js', ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const out: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  const code = await new Promise((ended) => child.on('close', ended));
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${words.slice(0, 2).join(' ')} ended with ${String(code)}`);
  const report = JSON.parse(Buffer.concat(out).toString('utf8')) as {
    readonly counts?: { readonly accepted: number };
    readonly entriesRecorded?: number;
  };
  return { accepted: report.counts?.accepted ?? 0, entries: report.entriesRecorded ?? 0, seconds };
}

if (import.meta.filename === process.argv[1]) {
  for (const { what, unit, measured, floor, floorIs } of await benchImport(console.error)) {
    console.log(
      `${what}: ${Math.round(measured)} ${unit}; floor ${Math.round(floor)} (${floorIs}); ratio ${(measured / floor).toFixed(2)}`,
    );
  }
}
