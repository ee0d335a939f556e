import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localDateOf, type Instant, type LocalDate } from '#kernel';
import type { StepName } from '#casework';
import { Calendars, SHIPPED_CALENDAR_YEARS, versionIdOf, type CalendarYear } from '#calendar';
import type { ProjectionWarning } from '#projections';
import type { Office } from '../office.js';
import { openOffice, type OfficeOptions } from '../open-office.js';
import { foundAgencies, LATE, request, somebody } from '../testkit/busy-office.js';
import { amended, foundIn, publish } from '../testkit/calendars.js';

const auditor = somebody('auditor');
const handler = somebody('handler');
const operator = somebody('operator');
const late = amended({ year: 2026, version: 2, published: '2026-05-11', off: ['2026-05-25'] });
const body = { on: '2026-05-11', calendar: late };

describe('the calendar desk', () => {
  let dataDir: string;
  let office: Office;
  const opened: Office[] = [];
  const open = async (options: Partial<OfficeOptions> = {}): Promise<Office> => {
    const one = await openOffice({ dataDir, ...options });
    opened.push(one);
    return one;
  };
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-calendar-'));
    office = await open();
    await foundAgencies(office, ['town']);
    await receive('c-1', '2026-05-11');
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
    rmSync(dataDir, { recursive: true });
  });
  const reopen = async (options: Partial<OfficeOptions> = {}): Promise<Office> => {
    await opened.pop()!.close();
    return open(options);
  };

  const receive = (caseId: string, on: LocalDate, agency = 'town') =>
    office.cases.record({
      step: 'receive-application',
      caseId,
      agency,
      body: { on, channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' },
      request: request(handler, `receive-${caseId}`),
    });
  const dueOf = async (of: Office, caseId = 'c-1') => (await of.caseReader.case(caseId, auditor)).due;
  const dueInWorklist = async (of: Office) => {
    await of.views.waitFor(await of.store.head());
    return of.worklist.list({ today: '2026-05-20', limit: 10 }, auditor).lines.map(({ due }) => due);
  };

  it('records a version once, with its notice; every date follows at once', async () => {
    expect([await dueOf(office), await dueInWorklist(office)]).toEqual(['2026-06-08', ['2026-06-08']]);
    const recorded = await publish(office, late);
    expect(recorded).toMatchObject({ stream: 'calendar-CN', type: 'calendar.published', revision: 0, repeated: false });
    expect([await dueOf(office), await dueInWorklist(office)]).toEqual(['2026-06-09', ['2026-06-09']]);
    expect(await publish(office, late)).toEqual({ ...recorded, repeated: true });
    const history = await office.desk.history('calendar-CN');
    expect(history.map(({ data }) => data)).toEqual([body]);
  });

  it('counts the days left of the worklist by the calendar of the place of each agency', async () => {
    await foundIn(office, 'yinchuan', 'CN-NX');
    await receive('c-2', '2026-05-11', 'yinchuan');
    const corban = ['2026-05-27', '2026-05-28'] as const;
    await publish(
      office,
      amended({ year: 2026, version: 1, jurisdiction: 'CN-NX', published: '2026-05-11', off: corban }),
    );
    await office.views.waitFor(await office.store.head());
    const lines = (today: LocalDate, dueWithin?: number) =>
      office.worklist
        .list({ today, limit: 10, ...(dueWithin !== undefined && { dueWithin }) }, auditor)
        .lines.map(({ caseId, due, workingDaysLeft }) => [caseId, due, workingDaysLeft]);
    expect(lines('2026-05-26')).toEqual([
      ['c-1', '2026-06-08', 9],
      ['c-2', '2026-06-10', 9],
    ]);
    expect(lines('2026-05-26', 9)).toHaveLength(2);
    expect(lines('2026-05-26', 8)).toEqual([]);
  });

  it('judges steps by the calendars there are: an extension in time only because of the new day off', async () => {
    const extend = (id: string) =>
      office.cases.record({
        step: 'extend-deadline',
        caseId: 'c-1',
        agency: null,
        body: { on: '2026-06-09', workingDays: 10, approvedBy: 'head-1' },
        request: request(handler, id),
      });
    await expect(extend('e-1')).rejects.toThrow('期限');
    await publish(office, late);
    expect(await extend('e-2')).toMatchObject({ type: 'case.deadline-extended' });
  });

  describe('a late notice and a rectified history', () => {
    const at = (now: Instant, id: string) => ({ ...request(handler, id), now });
    const take = (step: StepName, bodyOf: object, now: Instant) =>
      office.cases.record({ step, caseId: 'c-9', agency: 'town', body: bodyOf, request: at(now, `${step}-${now}`) });
    const publishAt = (calendar: CalendarYear, now: Instant) =>
      office.calendarDesk.publish({ on: calendar.notice.published, calendar }, { ...request(operator, 'pub'), now });
    const rectify = (revision: number, fields: object, now: Instant) =>
      take(
        'rectify-entry',
        {
          on: localDateOf(now),
          revision,
          action: { kind: 'correct', fields },
          reason: 'typing-error',
          approvedBy: 'head-1',
        },
        now,
      );
    /** Due 2026-06-08 by the shipped calendar; extended on that day. */
    beforeEach(async () => {
      const application = { channel: 'in-person', applicantRef: 'p-9', applicantKind: 'natural-person' };
      await take('receive-application', { on: '2026-05-11', ...application }, '2026-05-11T02:00:00.000Z');
      const extension = { on: '2026-06-08', workingDays: 5, approvedBy: 'head-1' };
      await take('extend-deadline', extension, '2026-06-08T02:00:00.000Z');
    });

    it('that takes days away leaves a step lawful that was so when it was recorded', async () => {
      // A working Saturday by a notice that came after the extension: as now known, the reply was due on 2026-06-05.
      const worked = amended({ year: 2026, version: 2, published: '2026-06-09', worked: ['2026-05-16'] });
      await publishAt(worked, '2026-06-09T02:00:00.000Z');
      expect(await rectify(0, { applicantKind: 'other' }, '2026-06-10T02:00:00.000Z')).toMatchObject({ revision: 2 });
      const moved = rectify(1, { on: '2026-06-09' }, '2026-06-10T03:00:00.000Z');
      await expect(moved).rejects.toMatchObject({ code: 'extension-after-due', facts: { revision: 1 } });
    });

    it('that gives days makes a true correction lawful, however late it was recorded', async () => {
      const longer = amended({ year: 2026, version: 2, published: '2026-06-05', off: ['2026-05-25'] });
      const correction = { on: '2026-06-09' };
      const before = rectify(1, correction, '2026-06-10T02:00:00.000Z');
      await expect(before).rejects.toMatchObject({ code: 'extension-after-due' });
      await publishAt(longer, '2026-06-11T02:00:00.000Z');
      expect(await rectify(1, correction, '2026-06-12T02:00:00.000Z')).toMatchObject({ revision: 2 });
    });
  });

  it('knows the recorded versions after a restart, and an office that looks on sees a version when it comes in', async () => {
    const onlooker = await open({ mode: 'reader' });
    expect(await dueOf(onlooker)).toBe('2026-06-08');
    await publish(office, late);
    expect(await dueInWorklist(onlooker)).toEqual(['2026-06-09']);
    expect(await dueOf(onlooker)).toBe('2026-06-09');
    await opened.pop()!.close();

    const again = await reopen();
    expect([await dueOf(again), await dueInWorklist(again)]).toEqual(['2026-06-09', ['2026-06-09']]);
  });

  it('given a later program that ships the recorded version, goes by the log; with other calendars it builds the view anew', async () => {
    await publish(office, late);
    const warnings: string[] = [];
    const warn = ({ code }: ProjectionWarning) => void warnings.push(code);
    const shipsIt = new Calendars([...SHIPPED_CALENDAR_YEARS, { ...late, daysOff: late.daysOff.slice(0, -1) }]);
    expect(await dueInWorklist(await reopen({ calendars: shipsIt, warn }))).toEqual(['2026-06-09']);

    const third = amended({ year: 2026, version: 3, published: '2026-05-12', off: ['2026-05-25', '2026-05-26'] });
    const shipsMore = new Calendars([...SHIPPED_CALENDAR_YEARS, third]);
    const later = await reopen({ calendars: shipsMore, warn });
    expect(await dueInWorklist(later)).toEqual(['2026-06-10']);
    const { moves } = await later.impacts.ofRecorded('CN-2026-2', auditor, { limit: 5 });
    expect(moves.map(({ before, after }) => [before.due, after.due])).toEqual([['2026-06-08', '2026-06-09']]);
    expect(warnings).toEqual(['view-discarded', 'view-discarded']);
  });

  it('stands in the manifest of a year that is closed with it', async () => {
    const amendment = amended({ year: 2023, version: 2, published: '2023-05-11', off: ['2023-05-25'] });
    await publish(office, amendment);
    for (const kind of ['regulations', 'normativeDocuments']) {
      await office.register.record({
        name: 'record-documents',
        agency: 'town',
        year: null,
        body: { on: '2023-01-01', kind, movement: 'opening', count: 0 },
        request: request(handler, `open-${kind}`),
      });
    }
    await office.closer.close('town', 2023, {}, request(operator, 'close'));
    const { books } = await office.books.booksOf('town', 2023);
    expect(books.editions[0]?.manifest.calendarVersions).toEqual(['CN-2023-2', 'CN-2024-1']);
  });

  it('of two who publish the same version at once, lets one in', async () => {
    const [one, other] = ['a', 'b'].map((id) => office.calendarDesk.publish(body, request(operator, id)));
    const answers = await Promise.allSettled([one, other]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusal = answers.find((answer) => answer.status === 'rejected');
    expect(refusal?.reason).toMatchObject({ code: 'calendar-version-exists' });
    expect(office.calendars.recorded().map(({ calendar }) => versionIdOf(calendar))).toEqual(['CN-2026-2']);
  });

  it.each([
    ['role-not-allowed', body, handler, LATE],
    ['outside-scope', body, { ...operator, agencies: ['east'] }, LATE],
    ['date-in-future', body, operator, '2026-05-10T00:00:00.000Z'],
    ['notice-not-published', { ...body, on: '2026-05-10' }, operator, LATE],
    ['calendar-version-exists', { ...body, calendar: { ...late, version: 1 } }, operator, LATE],
    ['calendar-version-not-next', { ...body, calendar: { ...late, version: 3 } }, operator, LATE],
    ['invalid-input', { ...body, calendar: { ...late, jurisdiction: 'CN/../x' } }, operator, LATE],
    ['invalid-input', { ...body, calendar: null }, operator, LATE],
    ['invalid-input', 'CN-2026-2', operator, LATE],
    ['invalid-input', undefined, operator, LATE],
  ] as const)('refuses with %s what may not be published; nothing is written', async (code, wrong, who, now) => {
    const head = await office.store.head();
    const publishing = office.calendarDesk.publish(wrong, request(who, 'p', now));
    await expect(publishing).rejects.toMatchObject({ code });
    expect(await office.store.head()).toBe(head);
    expect(await dueOf(office)).toBe('2026-06-08');
  });
});
