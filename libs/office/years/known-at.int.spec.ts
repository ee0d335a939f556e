import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Instant, RecordedEvent } from '#kernel';
import { foldRegister, registerFamilyEvents } from '#agency';
import { effectiveHistory, type CaseEntry } from '#casework';
import { countOf } from '#statistics';
import { naiveTable2 } from '../../agency/register/tables/naive-table2.testkit.js';
import { diceOf } from '../../casework/testkit/random-commands.js';
import { naiveTables } from '../../statistics/testkit/naive-tables.js';
import type { Office } from '../office.js';
import { keepBusy, request, somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';
import { caseEntry } from '../views/case-entry.js';
import type { KnownAt } from './known-at.js';

const auditor = somebody('auditor');
const NOW: Instant = '2036-01-01T00:00:00.000Z';
const YEARS = [2021, 2022, 2023, 2024];
const REGISTERED = new Set(registerFamilyEvents.map(({ type }) => type));

const known = (office: Office, year: number, at: KnownAt, now = NOW) =>
  office.knownYears.figures('town', year, '2021', at, auditor, now);

describe('a year as known earlier', () => {
  it('equals a plain recomputation from the raw log, for random histories at random positions and instants', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 2 }), async (seed) => {
        await using town = await Town.open();
        const { office } = town;
        const dice = diceOf(seed);
        await town.openRegisters(2021, 2022);
        await registerEntries(town, dice);
        // The clock goes on, with leaps; now and then it was put back.
        const clock = (turn: number) => instant(turn * 60 - (dice(5) === 0 ? dice(600) : 0));
        await keepBusy(office, ['town'], seed, 200, clock);
        const log = await wholeLog(office);
        for (let draw = 0; draw < 8; draw++) {
          const { position } = log[dice(log.length)]!;
          const at: KnownAt = dice(2) === 0 ? { position } : { instant: instant(dice(200 * 60)) };
          for (const year of YEARS) {
            const { figures } = await known(office, year, at);
            const { table2, table3, table4 } = figures;
            expect({ table2, table3, table4 }).toEqual(recomputed(log.filter(isKnown(at)), year));
          }
        }
      }),
      { numRuns: 12, seed: 49 },
    );
  });

  it('at the head of the log, and now, equals the live figures', async () => {
    await using town = await Town.open();
    await keepBusy(town.office, ['town'], 5, 300);
    await town.enter('record-publications', { on: '2022-05-02', channel: '网站', count: 3 });
    const position = await town.office.store.head();
    for (const year of YEARS) {
      const { figures } = await town.office.years.year('town', year, '2021', auditor);
      for (const at of [{ position }, { instant: NOW }]) {
        const answer = await known(town.office, year, at);
        expect(answer).toMatchObject({ agency: 'town', year, form: '2021', known: at, figures });
      }
    }
  });

  it('at the position of an edition, equals what was published', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    const { position, digest } = await town.close(2023);
    await town.receive('c-2', '2023-11-02');
    expect(await known(town.office, 2023, { position })).toMatchObject({ digest });
    expect((await known(town.office, 2023, { instant: NOW })).digest).not.toBe(digest);
  });

  it('before the first entry, is empty', async () => {
    await using town = await Town.open();
    await town.receive('c-1', '2023-11-01');
    const { figures } = await known(town.office, 2023, { instant: '2001-01-01T00:00:00.000Z' });
    expect(figures.table3.new).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ['a time of day without its zone', { instant: '2024-01-01T00:00:00.000' }, 'invalid-input'],
    ['a plain date', { instant: '2024-01-01' }, 'invalid-input'],
    ['February 30', { instant: '2024-02-30T00:00:00.000Z' }, 'invalid-input'],
    ['a millisecond to come', { instant: '2036-01-01T00:00:00.001Z' }, 'instant-in-future'],
    ['a position behind the head', { position: '9999999999999999' }, 'position-unknown'],
    ['a position of another length', { position: '42' }, 'position-malformed'],
    ['an empty position', { position: '' }, 'position-malformed'],
    ['a position with blanks', { position: '000000000000000 ' }, 'position-malformed'],
  ])('given %s, is refused with a typed error', async (_what, at, code) => {
    await using town = await Town.open();
    await expect(known(town.office, 2023, at as KnownAt)).rejects.toMatchObject({ kind: 'invalid', code });
  });

  it('is read by people of its scope, for agencies that exist', async () => {
    await using town = await Town.open();
    const at = { instant: NOW };
    const stranger = { ...auditor, agencies: ['elsewhere'] };
    const { knownYears } = town.office;
    await expect(knownYears.figures('town', 2023, null, at, stranger, NOW)).rejects.toMatchObject({
      code: 'outside-scope',
    });
    await expect(knownYears.figures('nowhere', 2023, null, at, auditor, NOW)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

/** So many minutes into 2034. */
function instant(minutes: number): Instant {
  return new Date(Date.UTC(2034, 0, 1) + minutes * 60_000).toISOString() as Instant;
}

async function registerEntries(town: Town, dice: (bound: number) => number): Promise<void> {
  for (let entry = 0; entry < 20; entry++) {
    const year = 2021 + dice(4);
    const movement = dice(2) === 0 ? 'made' : 'repealed';
    const [name, body] =
      dice(2) === 0
        ? ['record-fees', { on: `${year}-06-01`, amountFen: dice(1_000_000) }]
        : ['record-documents', { on: `${year}-06-01`, kind: 'regulations', movement, count: 1 + dice(9) }];
    await town.office.register
      .record({
        name,
        agency: 'town',
        year: null,
        body,
        request: request(somebody('handler'), `entry-${entry}`, instant(dice(200 * 60))),
      })
      .catch((error: unknown) => expect(error).toMatchObject({ kind: 'refused' }));
  }
}

async function wholeLog(office: Office): Promise<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (let after = ''; ;) {
    const page = await office.store.readAll({ after, max: 1_000 });
    log.push(...page.events);
    if (page.atEnd) return log;
    after = page.next;
  }
}

function isKnown(at: KnownAt) {
  return ({ position, metadata }: RecordedEvent) =>
    'position' in at ? position <= at.position : metadata.now <= at.instant;
}

/** Shares nothing with the views: folds every case and register by itself, and goes through all of them for every cell. */
function recomputed(log: readonly RecordedEvent[], year: number) {
  const streams = [...Map.groupBy(log, ({ stream }) => stream)];
  const counts = streams
    .filter(([stream]) => stream.startsWith('case-'))
    .flatMap(([, events]) => countOf(effectiveHistory(events.map(caseEntry)) as CaseEntry[]) ?? []);
  const entries = streams
    .filter(([, events]) => REGISTERED.has(events[0]!.type))
    .flatMap(([, events]) => foldRegister({ agency: 'town', year: 0 }, events.map(caseEntry)).entries);
  return { table2: naiveTable2(entries, year, '2021'), ...naiveTables(counts, ['town'], year, '2021') };
}
