import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  calendarPublishedAnswer,
  calendarsAnswer,
  caseDueAnswer,
  impactAnswer,
  lateRepliesAnswer,
} from '../../apps/api/answers/calendar-views.js';
import { problemSchema, type ApiClient } from './support/api-client.js';
import { calendarOf2024, NEXT_VERSION, SHIPPED_VERSION } from './support/calendars.js';
import { receive, seedCases, step } from './support/seed-cases.js';
import { AGENCY, TestServer } from './support/test-server.js';

/** A working day before every due date of the seeded cases that are in progress: 2 July and later. */
const HOLIDAY = calendarOf2024(['2024-07-01']);

describe('calendars over HTTP', () => {
  let test: TestServer;
  let operator: ApiClient;
  let auditor: ApiClient;
  beforeEach(async () => {
    test = await TestServer.start();
    await seedCases(test);
    operator = test.client('operator', '*');
    auditor = test.client('auditor');
  });
  afterEach(() => test.stop());

  const versionsOf2024 = async () =>
    calendarsAnswer
      .parse((await auditor.get('/calendars?jurisdiction=CN&year=2024')).json)
      .map(({ version, origin }) => [version, origin]);

  it('when a version is tried out, then it is told which due dates would move, and nothing is recorded', async () => {
    const head = await test.server.office.store.head();
    const { status, json } = await operator.post('/calendars/impact?limit=2', HOLIDAY, {
      'idempotency-key': undefined,
    });
    expect(status).toBe(200);
    const trial = impactAnswer.parse(json);
    expect(trial).toMatchObject({ version: NEXT_VERSION, recordedAt: null, notice: { number: '测〔2024〕9号' } });
    expect(trial.moves).toHaveLength(2);
    const rest = await operator.post(`/calendars/impact?limit=500&cursor=${trial.next}`, HOLIDAY);
    const moves = [...trial.moves, ...impactAnswer.parse(rest.json).moves];
    expect(moves).toHaveLength(trial.moved);
    expect(moves).toContainEqual(
      expect.objectContaining({
        caseId: 'open-1',
        agency: AGENCY,
        before: { due: '2024-07-02', provisional: false, calendarVersions: [SHIPPED_VERSION] },
        after: { due: '2024-07-03', provisional: false, calendarVersions: [NEXT_VERSION] },
      }),
    );
    expect(await test.server.office.store.head()).toBe(head);
    expect(await versionsOf2024()).toEqual([[SHIPPED_VERSION, 'shipped']]);
  });

  it('when it is published, then once, with its impact; dates follow at once', async () => {
    const key = { 'idempotency-key': 'notice-9' };
    const first = await operator.post('/calendars', HOLIDAY, key);
    expect(first).toMatchObject({ status: 201, headers: { location: `/calendars/${NEXT_VERSION}/impact` } });
    const published = calendarPublishedAnswer.parse(first.json);
    expect(published).toMatchObject({ version: NEXT_VERSION, type: 'calendar.published', stream: 'calendar-CN' });
    const again = await operator.post('/calendars', HOLIDAY, key);
    expect(again).toMatchObject({ status: 201, headers: { 'idempotent-replay': 'true' }, json: first.json });

    expect(await versionsOf2024()).toEqual([
      [SHIPPED_VERSION, 'shipped'],
      [NEXT_VERSION, 'recorded'],
    ]);
    expect((await auditor.get('/cases/open-1')).json).toMatchObject({ due: '2024-07-03' });
    const mine = impactAnswer.parse((await auditor.get(`/calendars/${NEXT_VERSION}/impact`)).json);
    expect(mine.moves.map(({ agency }) => agency)).not.toContain('mengjin');
    expect(mine.moved).toBe(published.impact.moved - 1);
    expect(mine.recordedAt).toBe('2024-06-28T04:00:00.000Z');
  });

  it('a closed case keeps both readings of its due date', async () => {
    const handler = test.client('handler');
    const open = caseDueAnswer.parse((await auditor.get('/cases/open-1/due')).json);
    expect(open).toMatchObject({ caseId: 'open-1', endedOn: null, then: null, now: { due: '2024-07-02', late: null } });

    await late(handler, test.client('reviewer'));
    const before = caseDueAnswer.parse((await auditor.get('/cases/late-1/due')).json);
    expect(before).toMatchObject({ then: { due: '2024-05-30', late: true }, now: { due: '2024-05-30', late: true } });
    await operator.post('/calendars', calendarOf2024(['2024-05-28', '2024-05-29']));
    const after = caseDueAnswer.parse((await auditor.get('/cases/late-1/due')).json);
    expect(after).toMatchObject({
      endedOn: '2024-06-03',
      then: { due: '2024-05-30', late: true, knownOn: '2024-06-03', calendarVersions: [SHIPPED_VERSION] },
      now: { due: '2024-06-03', late: false, knownOn: null, calendarVersions: [NEXT_VERSION] },
    });
    const { lines, next } = lateRepliesAnswer.parse(
      (await auditor.get(`/agencies/${AGENCY}/years/2024/late-replies?limit=1`)).json,
    );
    expect(lines).toEqual([
      expect.objectContaining({
        caseId: 'late-1',
        repliedOn: '2024-06-03',
        then: after.then,
        now: after.now,
      }),
    ]);
    expect(next).toBeNull();
  });

  it.each([
    ['no body', null, 422, 'invalid-input', 'body'],
    ['a month that does not exist', calendarOf2024(['2024-13-01']), 422, 'invalid-input', 'body.calendar.daysOff'],
    [
      'a version that exists',
      calendarOf2024([], { version: 1 }),
      422,
      'calendar-version-exists',
      'body.calendar.version',
    ],
    ['a gap', calendarOf2024([], { version: 9 }), 422, 'calendar-version-not-next', 'body.calendar.version'],
    ['a day of tomorrow', { ...HOLIDAY, on: '2024-06-29' }, 422, 'date-in-future', 'body.on'],
    [
      'a notice that is not public yet',
      { ...HOLIDAY, on: '2024-06-19' },
      422,
      'notice-not-published',
      'body.calendar.notice.published',
    ],
  ])('%s is refused alike when tried out and when published', async (_name, body, status, code, at) => {
    const head = await test.server.office.store.head();
    for (const path of ['/calendars/impact', '/calendars']) {
      const answer = await operator.post(path, body);
      const problem = problemSchema.parse(answer.json);
      expect(problem).toMatchObject({ status, code });
      expect(problem.errors?.map(({ path }) => path).join()).toContain(at);
    }
    expect(await test.server.office.store.head()).toBe(head);
  });
});

/** Received on 30 April 2024, due on 30 May, replied on 3 June. */
async function late(handler: ApiClient, reviewer: ApiClient): Promise<void> {
  await receive(handler, 'late-1', { on: '2024-04-30' });
  await step(handler, 'late-1', 'propose-decision', { on: '2024-05-31', outcome: 'granted_provided' });
  await step(reviewer, 'late-1', 'review-decision', { on: '2024-06-03', result: 'approved' });
  const reply = { on: '2024-06-03', mode: 'direct', document: { number: '答复〔2024〕2号' } };
  await step(handler, 'late-1', 'dispatch-reply', reply);
}
