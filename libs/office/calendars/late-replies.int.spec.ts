import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, yearOf, type LocalDate } from '#kernel';
import { Calendars, SHIPPED_CALENDAR_YEARS } from '#calendar';
import { currentCase, readClock, type StepName } from '#casework';
import type { Office } from '../office.js';
import { openOffice } from '../open-office.js';
import { caseStream } from '../streams.js';
import { foundAgencies, keepBusy, request, somebody } from '../testkit/busy-office.js';
import { amended, foundIn, publish } from '../testkit/calendars.js';
import type { LateReply } from './due-reader.js';

const auditor = somebody('auditor');

describe('due dates on both readings', () => {
  let dataDir: string;
  let office: Office;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-late-'));
    office = await openOffice({ dataDir });
    await foundAgencies(office, ['town']);
  });
  afterEach(async () => {
    await office.close();
    rmSync(dataDir, { recursive: true });
  });

  /** A case received on 2026-05-11: due on 2026-06-08 by the shipped calendar. */
  const receivedAndRepliedOn = async (caseId: string, repliedOn: LocalDate, agency = 'town') => {
    const document = { number: '公开〔2026〕1号', sha256: 'a'.repeat(64) };
    const steps: readonly (readonly [StepName, 'handler' | 'reviewer', object])[] = [
      [
        'receive-application',
        'handler',
        { on: '2026-05-11', channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' },
      ],
      ['propose-decision', 'handler', { on: '2026-05-12', outcome: 'granted_provided' }],
      ['review-decision', 'reviewer', { on: '2026-05-13', result: 'approved' }],
      ['dispatch-reply', 'handler', { on: repliedOn, mode: 'post', document }],
    ];
    for (const [step, role, body] of steps) {
      await office.cases.record({ step, caseId, agency, body, request: request(somebody(role), `${step}-${caseId}`) });
    }
  };

  const lateReplies = async (agency: string, year: number, limit = 2): Promise<LateReply[]> => {
    const lines: LateReply[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await office.dueReader.lateReplies(agency, year, auditor, { cursor, limit });
      expect(page.lines.length).toBeLessThanOrEqual(limit);
      lines.push(...page.lines);
      cursor = page.next;
    }
    return lines;
  };
  const facts = ({ caseId, repliedOn, then, now }: LateReply) => [
    caseId,
    repliedOn,
    [then.knownOn, then.due, then.late],
    [now.knownOn, now.due, now.late],
  ];

  it('given a day off made public after the reply, a late reply turns out to have been in time', async () => {
    await receivedAndRepliedOn('c-in-time', '2026-06-08');
    await receivedAndRepliedOn('c-a-day-late', '2026-06-09');
    await receivedAndRepliedOn('c-too-late', '2026-06-12');
    await publish(office, amended({ year: 2026, version: 2, published: '2026-06-15', off: ['2026-06-01'] }));

    expect((await lateReplies('town', 2026)).map(facts)).toEqual([
      ['c-a-day-late', '2026-06-09', ['2026-06-09', '2026-06-08', true], [null, '2026-06-09', false]],
      ['c-too-late', '2026-06-12', ['2026-06-12', '2026-06-08', true], [null, '2026-06-09', true]],
    ]);
    expect(await office.dueReader.case('c-in-time', auditor)).toMatchObject({
      endedOn: '2026-06-08',
      then: { knownOn: '2026-06-08', due: '2026-06-08', late: false, calendarVersions: ['CN-2026-1'] },
      now: { knownOn: null, due: '2026-06-09', late: false, calendarVersions: ['CN-2026-2'] },
    });
  });

  it('given a weekend made working after the reply, a reply in time turns out late', async () => {
    await receivedAndRepliedOn('c-1', '2026-06-08');
    await publish(office, amended({ year: 2026, version: 2, published: '2026-06-15', worked: ['2026-05-30'] }));
    expect((await lateReplies('town', 2026)).map(facts)).toEqual([
      ['c-1', '2026-06-08', ['2026-06-08', '2026-06-08', false], [null, '2026-06-05', true]],
    ]);
  });

  it('given a notice that was public before the reply, however late it was recorded, has one reading', async () => {
    await receivedAndRepliedOn('c-1', '2026-06-09');
    expect(await lateReplies('town', 2026)).toHaveLength(1);
    await publish(office, amended({ year: 2026, version: 2, published: '2026-05-20', off: ['2026-06-01'] }));
    expect(await lateReplies('town', 2026)).toEqual([]);
    const { then, now } = await office.dueReader.case('c-1', auditor);
    expect([then?.due, now.due]).toEqual(['2026-06-09', '2026-06-09']);
  });

  it('has one reading for an open case, and none of lateness for a case without a reply', async () => {
    const body = { on: '2026-05-11', channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' };
    const handler = somebody('handler');
    const about = { caseId: 'c-1', agency: 'town' };
    await office.cases.record({ ...about, step: 'receive-application', body, request: request(handler, 'r') });
    expect(await office.dueReader.case('c-1', auditor)).toMatchObject({
      then: null,
      now: { late: null },
      endedOn: null,
    });
    const withdrawal = { on: '2026-05-12', written: true, identityChecked: true };
    await office.cases.record({
      ...about,
      step: 'withdraw-application',
      body: withdrawal,
      request: request(handler, 'w'),
    });
    expect(await office.dueReader.case('c-1', auditor)).toMatchObject({ then: { late: null }, now: { late: null } });
  });

  it('equals a look at every case one by one, in the order of registration, over pages of any size', async () => {
    await foundIn(office, 'yinchuan', 'CN-NX');
    const agencies = { town: 'CN', yinchuan: 'CN-NX' } as const;
    for (let nth = 0; nth < 28; nth++) {
      const repliedOn = addDays('2026-06-01', (nth * 5) % 14);
      await receivedAndRepliedOn(`c-${(nth * 11) % 28}`, repliedOn, nth % 2 === 0 ? 'town' : 'yinchuan');
    }
    await keepBusy(office, Object.keys(agencies), 77, 150);
    const amendments = [
      amended({ year: 2022, version: 2, published: '2024-06-01', off: ['2022-03-10', '2022-08-10'] }),
      amended({ year: 2023, version: 1, jurisdiction: 'CN-NX', published: '2024-06-01', off: ['2023-03-15'] }),
      amended({ year: 2026, version: 2, published: '2026-06-10', off: ['2026-05-25'] }),
      amended({ year: 2026, version: 1, jurisdiction: 'CN-NX', published: '2026-06-12', off: ['2026-05-27'] }),
    ];
    for (const calendar of amendments) await publish(office, calendar);
    const calendars = new Calendars([...SHIPPED_CALENDAR_YEARS, ...amendments]);

    const streams = new Set<string>();
    for (let after = ''; ;) {
      const page = await office.store.readAll({ after });
      for (const { stream } of page.events) if (stream.startsWith('case-')) streams.add(stream);
      after = page.next;
      if (page.atEnd) break;
    }
    let found = 0;
    for (const [agency, place] of Object.entries(agencies)) {
      for (const year of [2021, 2022, 2023, 2024, 2026]) {
        const expected: string[] = [];
        for (const stream of streams) {
          const state = currentCase(await office.desk.history(stream));
          const repliedOn = state?.reply?.dispatchedOn;
          if (state?.agency !== agency || repliedOn === undefined || yearOf(repliedOn) !== year) continue;
          const readings = [calendars.of(place, repliedOn), calendars.of(place)].map((one) => readClock(state, one));
          if (readings.some(({ late }) => late)) expected.push(state.caseId);
        }
        for (const limit of [1, 3]) {
          expect((await lateReplies(agency, year, limit)).map(({ caseId }) => caseId)).toEqual(expected);
        }
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(8);
  });

  it('refuses agencies and cases that do not exist or are outside the scope', async () => {
    await receivedAndRepliedOn('c-1', '2026-06-09');
    const page = { limit: 10 };
    const elsewhere = { ...auditor, agencies: ['east'] };
    const { dueReader } = office;
    await expect(dueReader.lateReplies('nowhere', 2026, auditor, page)).rejects.toMatchObject({ code: 'not-found' });
    await expect(dueReader.lateReplies('town', 2026, elsewhere, page)).rejects.toMatchObject({ code: 'outside-scope' });
    await expect(dueReader.case('c-2', auditor)).rejects.toMatchObject({ code: 'not-found' });
    await expect(dueReader.case('c-1', elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    expect(await office.desk.history(caseStream('c-2'))).toEqual([]);
  });
});
