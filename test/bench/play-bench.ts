import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { openSqliteEventStore } from '#event-store';
import type { JsonObject } from '#kernel';
import { CaseStory } from '../scenarios/case-story.js';
import { HONGZE } from '../scenarios/office.js';
import { proposal } from '../scenarios/proposal.js';
import { HONGZE_REGISTER_2023 } from '../scenarios/register-years.js';
import type { BenchRow } from './store-bench.js';

const CASES = 10_000;
/** Steps of the case below. */
const STEPS = 10;
const COMMANDS = CASES * STEPS + 1;
const WINDOW = 512;

/**
 * 100,000 commands through `gongkai play` as a process of its own, start to end; then the same file again, when everything is
 * recorded already. The floor: the same events appended to a store by somebody who decides nothing and keeps no views.
 */
export async function benchPlay(report: (line: string) => void): Promise<readonly BenchRow[]> {
  const directory = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'gongkai-play-'));
  try {
    const file = join(directory, 'bench.jsonl');
    await writeScenario(file);
    const data = join(directory, 'data');
    const first = await play(file, data);
    report(`  recorded ${first.recorded} commands in ${first.seconds.toFixed(1)} s`);
    const again = await play(file, data);
    report(`  met ${again.alreadyRecorded} commands again in ${again.seconds.toFixed(1)} s`);
    const floor = COMMANDS / (await appendAll(join(data, 'log.db'), join(directory, 'floor.db')));
    const floorIs = `the same events through the store alone, ${WINDOW} on their way`;
    return [
      { what: 'commands through play', unit: 'commands/s', measured: COMMANDS / first.seconds, floor, floorIs },
      { what: 'the same file played again', unit: 'commands/s', measured: COMMANDS / again.seconds, floor, floorIs },
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A case through correction, extension, a proposal sent back, approval and reply, many times over. */
async function writeScenario(file: string): Promise<void> {
  const out = createWriteStream(file);
  const write = (line: object) => {
    if (out.write(`${JSON.stringify(line)}\n`)) return undefined;
    return new Promise<void>((drained) => out.once('drain', () => drained()));
  };
  await write(HONGZE_REGISTER_2023.lines[0]!);
  const { lines } = story();
  if (lines.length !== STEPS) throw new RangeError(`the story of the bench has ${lines.length} steps`);
  for (let number = 0; number < CASES; number++) {
    const caseId = `B-${String(number).padStart(6, '0')}`;
    for (const line of lines) await write({ ...line, case: caseId, body: withNumber(line.body, number) });
  }
  await new Promise<void>((ended) => out.end(() => ended()));
}

function story(): CaseStory {
  const of = new CaseStory(HONGZE, {
    year: 2023,
    number: 1,
    applicant: 'p-1',
    channel: 'registered-mail',
    on: '2023-03-01',
  });
  const body = proposal('unavailable_not_exist', of.document('检'));
  return of
    .corrected(3, ['description'], 10, 4)
    .extended(8, 10)
    .proposed(3, body)
    .returned(1, ['evidence'])
    .proposed(1, body)
    .approved(1)
    .replied(1, 'post', 2);
}

function withNumber(body: JsonObject, number: number): JsonObject {
  return 'caseNumber' in body ? { ...body, caseNumber: `洪公开受〔2023〕${number}号` } : body;
}

interface Played {
  readonly recorded: number;
  readonly alreadyRecorded: number;
  readonly seconds: number;
}

async function play(file: string, data: string): Promise<Played> {
  const started = performance.now();
  const child = spawn(execPath, ['bin/gongkai.js', 'play', file, '--data', data, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const out: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  const code = await new Promise((ended) => child.on('close', ended));
  const seconds = (performance.now() - started) / 1000;
  const report = JSON.parse(Buffer.concat(out).toString('utf8')) as Omit<Played, 'seconds'>;
  if (code !== 0 || report.recorded + report.alreadyRecorded !== COMMANDS)
    throw new Error(`play ended with ${String(code)}`);
  return { ...report, seconds };
}

/** Seconds that appending every event of one log to another takes. */
export async function appendAll(from: string, to: string): Promise<number> {
  const source = await openSqliteEventStore({ file: from, mode: 'reader' });
  const target = await openSqliteEventStore({ file: to, mode: 'writer' });
  let seconds = 0;
  for (let after: string | undefined, atEnd = false; !atEnd;) {
    const page = await source.readAll({ ...(after !== undefined && { after }), max: WINDOW });
    const started = performance.now();
    await Promise.all(
      page.events.map(({ stream, revision, id, type, version, data, metadata }) =>
        target.append(stream, revision === 0 ? 'no-stream' : revision - 1, [{ id, type, version, data }], metadata),
      ),
    );
    seconds += (performance.now() - started) / 1000;
    ({ next: after, atEnd } = page);
  }
  await target.close();
  await source.close();
  return seconds;
}

if (import.meta.filename === process.argv[1]) {
  for (const { what, unit, measured, floor, floorIs } of await benchPlay(console.error)) {
    console.log(
      `${what}: ${Math.round(measured)} ${unit}; floor ${Math.round(floor)} (${floorIs}); ratio ${(measured / floor).toFixed(2)}`,
    );
  }
}
