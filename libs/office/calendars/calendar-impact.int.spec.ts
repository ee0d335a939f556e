import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, yearOf, type Instant, type LocalDate } from '#kernel';
import { Calendars, SHIPPED_CALENDAR_YEARS, SHIPPED_CALENDARS, type CalendarYear, type Jurisdiction } from '#calendar';
import { currentCase, dueDate, type Case } from '#casework';
import { GetCalendarImpact } from '../calendar-queries.js';
import { GetCalendarImpactHandler } from '../handlers/query-handlers.js';
import type { Office } from '../office.js';
import { openOffice } from '../open-office.js';
import { caseStream } from '../streams.js';
import { foundAgencies, keepBusy, LATE, request, somebody } from '../testkit/busy-office.js';
import { amended, foundIn, publish } from '../testkit/calendars.js';
import type { CalendarImpact } from './calendar-impact.js';

const PLACES: Readonly<Record<string, Jurisdiction>> = { east: 'CN', yinchuan: 'CN-NX' };
const auditor = somebody('auditor');
const operator = somebody('operator');
const workingDayBefore = (day: LocalDate, days: number): LocalDate => {
  const date = addDays(day, -days);
  return SHIPPED_CALENDARS.of('CN').dayKind(date).kind === 'working-day' ? date : workingDayBefore(date, 1);
};
const all = { limit: 10_000 };

describe('the impact of a calendar version', () => {
  let dataDir: string;
  let office: Office;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-impact-'));
    office = await openOffice({ dataDir });
    await foundAgencies(office, ['east']);
    await foundIn(office, 'yinchuan', 'CN-NX');
  });
  afterEach(async () => {
    await office.close();
    rmSync(dataDir, { recursive: true });
  });

  const receive = (caseId: string, agency: string, on: LocalDate, now = LATE) =>
    office.cases.record({
      step: 'receive-application',
      caseId,
      agency,
      body: { on, channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' },
      request: request(somebody('handler'), `receive-${caseId}`, now),
    });
  const withdraw = (caseId: string, on: LocalDate, now: Instant) =>
    office.cases.record({
      step: 'withdraw-application',
      caseId,
      agency: null,
      body: { on, written: true, identityChecked: true },
      request: request(somebody('handler'), `withdraw-${caseId}`, now),
    });
  const dueOf = async (caseId: string) => (await office.caseReader.case(caseId, auditor)).due;
  const dry = (calendar: CalendarYear, principal = operator) =>
    new GetCalendarImpactHandler(office).execute(
      new GetCalendarImpact({ body: { on: calendar.notice.published, calendar }, now: LATE }, principal, all),
    );

  /** Every case of the log, folded one by one: no view. */
  const everyCase = async (): Promise<Case[]> => {
    const cases = new Map<string, Case>();
    for (let after = ''; ;) {
      const page = await office.store.readAll({ after });
      for (const { stream } of page.events) {
        const state = stream.startsWith('case-') ? currentCase(await office.desk.history(stream)) : null;
        if (state !== null) cases.set(state.caseId, state);
      }
      after = page.next;
      if (page.atEnd) return [...cases.values()].sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
    }
  };

  /** What moves, by asking each open case twice. */
  const naiveMoves = async (before: Calendars, after: Calendars) =>
    (await everyCase())
      .filter(({ status }) => status !== 'closed')
      .map((state) => {
        const place = PLACES[state.agency]!;
        return { state, before: dueDate(state, before.of(place)), after: dueDate(state, after.of(place)) };
      })
      .filter((one) => one.before.due !== one.after.due)
      .map(({ state: { caseId, caseNumber, agency }, ...dates }) => ({ caseId, caseNumber, agency, ...dates }));

  const dueDatesOfView = () =>
    office.views.caseload
      .statement(`SELECT case_id, due FROM caseload WHERE status <> 'closed' ORDER BY case_id`)
      .all()
      .map((row) => [row['case_id'], row['due']]);

  it('lists exactly the open cases that move, dry and published alike, for random cases and random holidays', async () => {
    const versions: CalendarYear[] = [];
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 ** 31 - 2 }),
        fc.constantFrom<Jurisdiction>('CN', 'CN-NX'),
        fc.integer({ min: 0, max: 30 }),
        async (seed, jurisdiction, days) => {
          await keepBusy(office, Object.keys(PLACES), seed, 60);
          for (const [agency, nth] of [...Object.keys(PLACES), ...Object.keys(PLACES)].map(
            (one, at) => [one, at] as const,
          )) {
            await receive(`${agency}-${seed}-${nth}`, agency, addDays('2021-03-01', (seed % 600) + 5 * nth));
          }
          // A working day in the days before the deadline of some open case, so that there is something to move.
          const deadlines = dueDatesOfView().flatMap(([, due]) => (due === null ? [] : [String(due) as LocalDate]));
          const off = workingDayBefore(deadlines[seed % deadlines.length] ?? '2022-06-01', days);
          const year = yearOf(off);
          const earlier = [...SHIPPED_CALENDAR_YEARS, ...versions];
          const same = earlier.filter((one) => one.jurisdiction === jurisdiction && one.year === year);
          const calendar = amended({
            year,
            version: same.length + 1,
            jurisdiction,
            published: '2023-06-01',
            off: [off],
          });
          const expected = await naiveMoves(new Calendars(earlier), new Calendars([...earlier, calendar]));

          const candidate = await dry(calendar);
          const { impact } = await publish(office, calendar);
          versions.push(calendar);
          expect(candidate.moves).toEqual(expected);
          expect(impact).toMatchObject({ moves: expected.slice(0, 200), moved: expected.length, recordedAt: LATE });
          expect({ ...impact, recordedAt: null }).toEqual(candidate);
          moved += expected.length;

          const now = new Calendars([...earlier, calendar]);
          const open = (await everyCase()).filter(({ status }) => status !== 'closed');
          expect(dueDatesOfView()).toEqual(
            open.map((state) => [state.caseId, dueDate(state, now.of(PLACES[state.agency]!)).due]),
          );
          const rebuilt = await office.projections!.rebuild('caseload', { batchSize: 1 + (seed % 300) });
          expect(rebuilt).toMatchObject({ equal: true, swapped: true });
        },
      ),
      { numRuns: 10, seed: 2021 },
    );
    expect(moved).toBeGreaterThan(15);
  });

  it('given a holiday of an ethnic area, moves the agencies of that place only', async () => {
    await receive('c-east', 'east', '2026-05-11');
    await receive('c-yinchuan', 'yinchuan', '2026-05-11');
    await receive('c-earlier', 'yinchuan', '2026-04-01');
    const before = await dueOf('c-yinchuan');
    const corban = amended({
      year: 2026,
      version: 1,
      jurisdiction: 'CN-NX',
      published: '2026-05-10',
      off: ['2026-05-27', '2026-05-28'],
    });

    const { impact } = await publish(office, corban);

    expect(impact).toMatchObject({ version: 'CN-NX-2026-1', openCases: 2, moved: 1, next: null });
    expect(impact.days).toEqual({ becomesOff: ['2026-05-27', '2026-05-28'], becomesWorking: [] });
    expect(impact.moves).toEqual([
      {
        caseId: 'c-yinchuan',
        caseNumber: expect.any(String),
        agency: 'yinchuan',
        before: { due: before, provisional: false, calendarVersions: ['CN-2026-1'] },
        after: { due: '2026-06-10', provisional: false, calendarVersions: ['CN-2026-1', 'CN-NX-2026-1'] },
      },
    ]);
    expect([await dueOf('c-yinchuan'), await dueOf('c-east')]).toEqual(['2026-06-10', before]);
  });

  it('is told for the cases open when the version came in, whatever became of them since', async () => {
    const [t1, t2] = ['2035-02-01T00:00:00.000Z', '2035-03-01T00:00:00.000Z'] as const;
    const late = amended({ year: 2026, version: 2, published: '2026-05-11', off: ['2026-05-25'] });
    for (const caseId of ['c-1', 'c-2', 'c-3']) await receive(caseId, 'east', '2026-05-11');
    await withdraw('c-1', '2026-05-12', LATE);
    const { impact } = await publish(office, late, t1);
    expect(impact.moves.map(({ caseId }) => caseId)).toEqual(['c-2', 'c-3']);

    await withdraw('c-2', '2026-05-13', t2);
    await receive('c-4', 'east', '2026-05-11', t2);
    await publish(office, amended({ year: 2026, version: 3, published: '2026-05-12', off: [] }), t2);

    expect(await office.impacts.ofRecorded('CN-2026-2', auditor, all)).toEqual(impact);
    const second = await office.impacts.ofRecorded('CN-2026-3', auditor, all);
    expect([impact.days, second.days]).toEqual([
      { becomesOff: ['2026-05-25'], becomesWorking: [] },
      { becomesOff: [], becomesWorking: ['2026-05-25'] },
    ]);
    expect(second.moves.map(({ caseId, before, after }) => [caseId, before.due, after.due])).toEqual([
      ['c-3', '2026-06-09', '2026-06-08'],
      ['c-4', '2026-06-09', '2026-06-08'],
    ]);
  });

  it('comes in pages, and for the agencies of the scope', async () => {
    for (const caseId of ['c-1', 'c-2', 'c-3']) await receive(caseId, 'east', '2026-05-11');
    await receive('c-4', 'yinchuan', '2026-05-11');
    await publish(office, amended({ year: 2026, version: 2, published: '2026-05-11', off: ['2026-05-25'] }));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: CalendarImpact = await office.impacts.ofRecorded('CN-2026-2', auditor, { cursor, limit: 2 });
      expect(page.moved).toBe(4);
      seen.push(...page.moves.map(({ caseId }) => caseId));
      cursor = page.next;
    }
    expect(seen).toEqual(['c-1', 'c-2', 'c-3', 'c-4']);
    const own = await office.impacts.ofRecorded('CN-2026-2', { ...auditor, agencies: ['yinchuan'] }, all);
    expect(own).toMatchObject({ openCases: 1, moves: [{ caseId: 'c-4' }] });
  });

  it('refuses a version that is not in the log, and a candidate that could not be published; nothing is written', async () => {
    const head = await office.store.head();
    const late = amended({ year: 2026, version: 2, published: '2026-05-11', off: ['2026-05-25'] });
    for (const version of ['CN-2026-1', 'CN-2026-2', 'x']) {
      await expect(office.impacts.ofRecorded(version, auditor, all)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(dry({ ...late, version: 1 })).rejects.toMatchObject({ code: 'calendar-version-exists' });
    await expect(dry({ ...late, daysOff: [] })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(dry(late, auditor)).rejects.toMatchObject({ code: 'role-not-allowed' });
    await expect(dry(late, { ...operator, agencies: ['east'] })).rejects.toMatchObject({ code: 'outside-scope' });
    expect(await office.store.head()).toBe(head);
    expect(await office.desk.history(caseStream('c-1'))).toEqual([]);
  });
});
