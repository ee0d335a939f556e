/** The kill test at full length: `npm run test:kill -- [ROUNDS] [SEED]`, 60 rounds unless told otherwise. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { killRounds } from './harness.js';
import { killOffice } from './office-kill.js';
import { seededRandom } from './seeded-random.js';

const [rounds = '60', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const directory = await mkdtemp(join(process.env['KILL_DIR'] ?? tmpdir(), 'gongkai-kill-'));
console.log(`${rounds} rounds, seed ${seed}, log ${directory}/events.db`);

const done = await killRounds({
  file: join(directory, 'events.db'),
  rounds: Number(rounds),
  clients: 16,
  random: seededRandom(Number(seed)),
  onRound: ({ round, killedAfter, whileOpening, acknowledged, unacknowledged, events }) =>
    console.log(
      `round ${round} of ${rounds}: killed ${killedAfter} ms into ${whileOpening ? 'the opening' : 'the load'}, ` +
        `${acknowledged} commands acknowledged, ${unacknowledged} in flight, log holds ${events} events: sound`,
    ),
});

const sum = (of: (round: (typeof done)[number]) => number): number =>
  done.reduce((total, round) => total + of(round), 0);
const table = new Table({ head: ['', ''], style: { head: [] } });
table.push(
  ['kills', done.length],
  ['of these around the opening of the log', sum((round) => Number(round.whileOpening))],
  ['commands acknowledged before a kill', sum((round) => round.acknowledged)],
  ['acknowledged and missing', 0],
  ['commands in flight at a kill', sum((round) => round.unacknowledged)],
  ['of these written whole', sum((round) => round.unacknowledgedButWritten)],
  ['half batches visible', 0],
  ['events in the log at the end', done.at(-1)?.events ?? 0],
);
console.log(table.toString());
console.log(
  'Every chain verified and every revision gapless after every kill; every command in flight was sent again and is there once.',
);

const offices = await killOffice({
  directory: join(directory, 'office'),
  rounds: Number(rounds),
  clients: 8,
  random: seededRandom(Number(seed) + 1),
  onRound: ({ round, killedAfter, acknowledged, digests }) =>
    console.log(
      `office, round ${round} of ${rounds}: killed ${killedAfter} ms into casework, ${acknowledged} steps acknowledged, ` +
        `all there; views resumed = rebuilt: ${digests.map((digest) => digest.slice(0, 12)).join(', ')}`,
    ),
});
console.log(
  `${offices.length} kills of an office at work: ${offices.reduce((total, round) => total + round.acknowledged, 0)} steps acknowledged, ` +
    'none missing; after each kill both views came to the digest of a rebuild from the log.',
);
await rm(directory, { recursive: true });
