import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  auditAnswer,
  driftAnswer,
  editionAnswer,
  editionsAnswer,
  knownYearAnswer,
  yearRestatedAnswer,
} from '../../apps/api/answers/proof-views.js';
import { recordedAnswer } from '../../apps/api/answers/recorded.js';
import { caseCellsAnswer } from '../../apps/api/answers/replay-views.js';
import { verifiedAnswer, yearAnswer } from '../../apps/api/answers/year-views.js';
import type { ApiClient } from './support/api-client.js';
import { close2023 } from './support/close-year.js';
import { receive } from './support/seed-cases.js';
import { TestServer } from './support/test-server.js';

const YEAR = '/agencies/songzhuang/years/2023';
const RESTATEMENT = { on: '2024-06-28', reason: 'late-fact', explanation: '事后得知一件', approvedBy: 'mayor' };
const ACCEPTANCE = { on: '2024-06-28', reason: '差额甚小', approvedBy: 'head' };

describe('the proof of a year over HTTP', () => {
  let test: TestServer;
  let handler: ApiClient;
  let head: ApiClient;
  let auditor: ApiClient;
  let stranger: ApiClient;

  beforeAll(async () => {
    test = await TestServer.start();
    handler = test.client('handler');
    head = test.client('head');
    auditor = test.client('auditor');
    stranger = test.stranger();
    await receive(handler, 'c-1', { on: '2023-11-01' });
    await close2023(handler, head);
  });
  afterAll(() => test.stop());

  const drift = async (query = '') => driftAnswer.parse((await auditor.get(`${YEAR}/drift${query}`)).json);
  const audit = async () => auditAnswer.parse((await auditor.get(`${YEAR}/audit`)).json);
  const knownAt = async (known: string) =>
    knownYearAnswer.parse((await auditor.get(`${YEAR}?knownAt=${encodeURIComponent(known)}`)).json);
  const editions = async () => editionsAnswer.parse((await auditor.get(`${YEAR}/editions`)).json);
  const readiness = async () => {
    const { status, json } = await stranger.get('/health/ready');
    expect(status).toBe(200);
    return (json as { details: { drift: unknown } }).details.drift;
  };

  it('given a year closed and nothing since, then no drift, a sound audit, one edition', async () => {
    expect(await drift()).toMatchObject({ edition: 1, drifted: false, cells: [], causes: [], acceptedBy: null });
    expect(await audit()).toMatchObject({ sound: true, faults: [], cases: 1, carryForward: { stated: 1, derived: 1 } });
    expect(await editions()).toMatchObject([{ edition: 1, restatement: null, adjustments: [] }]);
    expect(await readiness()).toMatchObject({ status: 'up', known: true, closedYears: 1, drifted: [] });
  });

  it('when a case of that year is entered late, then drift says what and why, and readiness says where', async () => {
    await receive(handler, 'c-2', { on: '2023-11-02' });
    const told = await drift();
    expect(told).toMatchObject({ drifted: true, causesInAll: 1, causes: [{ kind: 'case', caseId: 'c-2' }] });
    expect(told.cells).toContainEqual({
      cell: 'table3/new/total',
      label: '一、本年新收政府信息公开申请数量“总计”',
      published: 1,
      now: 2,
    });
    expect(yearAnswer.parse((await auditor.get(YEAR)).json).closed).toMatchObject({ figuresStillEqual: false });
    expect((await audit()).faults.map(({ check }) => check)).toEqual(['drift', 'carry-forward']);
    const { events } = told.causes[0]!;
    expect(await readiness()).toMatchObject({
      status: 'up',
      drifted: [
        {
          ...{ agency: 'songzhuang', year: 2023, edition: 1, figures: told.cells.length, accepted: false },
          cells: told.cells,
          causes: [{ kind: 'case', events: events.map(({ position, label, on }) => ({ position, label, on })) }],
          causesInAll: 1,
          whole: `${YEAR}/drift`,
        },
      ],
    });
    expect(JSON.stringify(await readiness())).not.toContain('c-2');
  });

  it('when the year is restated, then edition 2 says what it changes, once; edition 1 stays and verifies', async () => {
    const key = { 'idempotency-key': 'restate-1' };
    const first = await head.post(`${YEAR}/restate`, RESTATEMENT, key);
    expect({ status: first.status, text: first.text }).toMatchObject({ status: 200 });
    const restated = yearRestatedAnswer.parse(first.json);
    expect(restated).toMatchObject({ edition: 2, carriedForward: 2 });
    expect(restated.differences).toContainEqual({ cell: 'table3/new/total', published: 1, now: 2 });
    const again = await head.post(`${YEAR}/restate`, RESTATEMENT, key);
    expect(again).toMatchObject({ status: 200, headers: { 'idempotent-replay': 'true' }, json: first.json });

    expect((await editions()).map(({ edition, restatement }) => [edition, restatement])).toEqual([
      [1, null],
      [2, { reason: 'late-fact', explanation: '事后得知一件', approvedBy: 'mayor' }],
    ]);
    const [one, two] = await Promise.all(
      [1, 2].map(async (n) => editionAnswer.parse((await auditor.get(`${YEAR}/editions/${n}`)).json)),
    );
    expect(one).toMatchObject({ edition: 1, figures: { table3: { new: [1, 0, 0, 0, 0, 0, 1] } }, differences: [] });
    expect(two).toMatchObject({ edition: 2, figures: { table3: { new: [2, 0, 0, 0, 0, 0, 2] } }, causesInAll: 1 });
    for (const n of [1, 2]) {
      const { json } = await auditor.get(`${YEAR}/editions/${n}/verify`);
      expect(verifiedAnswer.parse(json)).toMatchObject({ edition: n, equal: true, differences: [] });
    }
    expect(await drift()).toMatchObject({ edition: 2, drifted: false });
    expect(await audit()).toMatchObject({ sound: true, editions: [{ edition: 1 }, { edition: 2 }] });
    expect(await readiness()).toMatchObject({ drifted: [] });
  });

  it('then the tables can be read as known at the position of each edition, and at an instant', async () => {
    for (const { digest, position } of await editions()) {
      expect(await knownAt(position)).toMatchObject({ known: { position }, digest });
    }
    const now = '2024-06-28T04:00:00.000Z';
    expect(await knownAt(now)).toMatchObject({ known: { instant: now }, form: '2021', figures: { year: 2023 } });
    const before = await knownAt('2024-06-28T03:59:59.999Z');
    expect(before).toMatchObject({ figures: { table3: { new: [0, 0, 0, 0, 0, 0, 0] } } });
  });

  it('when further drift is accepted, then the edition holds and the difference is explained', async () => {
    await receive(handler, 'c-3', { on: '2023-12-04' });
    const accepted = await handler.post(`${YEAR}/accept-drift`, ACCEPTANCE);
    expect({ status: accepted.status, text: accepted.text }).toMatchObject({ status: 200 });
    expect(accepted.headers.etag).toBe(`"${recordedAnswer.parse(accepted.json).revision}"`);
    expect(await drift()).toMatchObject({ edition: 2, drifted: false, acceptedBy: { reason: '差额甚小' } });
    expect(await audit()).toMatchObject({ sound: true });
    expect(await readiness()).toMatchObject({ drifted: [{ year: 2023, edition: 2, accepted: true }] });
    expect((await editions())[1]?.adjustments).toMatchObject([{ approvedBy: 'head' }]);
    expect((await drift('?limit=1')).causes).toHaveLength(1);
  });

  it('then a case leads to its cells of every year', async () => {
    const cells = caseCellsAnswer.parse((await auditor.get('/cases/c-1/cells')).json);
    expect(cells).toMatchObject({ caseId: 'c-1', agency: 'songzhuang' });
    expect(cells.years.map(({ year }) => year)).toEqual([2023, 2024]);
    expect(cells.years[0]?.cells.map(({ cell }) => cell)).toContain('table3/new/natural-person');
    const until = caseCellsAnswer.parse((await auditor.get('/cases/c-1/cells?toYear=2023')).json);
    expect(until.years).toEqual(cells.years.slice(0, 1));
  });

  it.each([
    ['the same drift accepted again', 'handler', 'accept-drift', ACCEPTANCE, 409, 'no-drift', null],
    [
      'a restatement without a reason',
      'head',
      'restate',
      { ...RESTATEMENT, reason: undefined },
      422,
      'invalid-input',
      'body.reason',
    ],
    ['an unknown reason', 'head', 'restate', { ...RESTATEMENT, reason: 'whim' }, 422, 'invalid-input', 'body.reason'],
    ['an own approval', 'head', 'restate', { ...RESTATEMENT, approvedBy: 'head' }, 422, 'four-eyes', 'body.approvedBy'],
    [
      'a restatement of tomorrow',
      'head',
      'restate',
      { ...RESTATEMENT, on: '2024-06-29' },
      422,
      'date-in-future',
      'body.on',
    ],
    [
      'a restatement of before the closing',
      'head',
      'restate',
      { ...RESTATEMENT, on: '2024-01-01' },
      422,
      'before-edition',
      'body.on',
    ],
    ['an acceptance of nothing', 'handler', 'accept-drift', {}, 422, 'invalid-input', 'body.reason'],
    ['a handler who restates', 'handler', 'restate', RESTATEMENT, 403, 'role-not-allowed', null],
  ] as const)('%s is refused, nothing is written', async (_name, who, what, body, status, code, at) => {
    const before = await test.server.office.store.head();
    const answer = await { handler, head }[who].post(`${YEAR}/${what}`, body);
    expect({ status: answer.status, json: answer.json }).toMatchObject({ status, json: { code } });
    if (at !== null)
      expect(answer.json).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ path: at })]) });
    expect(await test.server.office.store.head()).toBe(before);
  });

  it('a revision that is not the present one is refused', async () => {
    const stale = await head.post(`${YEAR}/restate`, RESTATEMENT, { 'if-match': '"0"' });
    expect(stale).toMatchObject({ status: 412, json: { code: 'revision-conflict' } });
  });
});
