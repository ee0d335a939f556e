import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyAnswer, agenciesAnswer, registerAnswer } from '../../apps/api/answers/agency-views.js';
import { caseAnswer, clockAnswer, historyAnswer, worklistAnswer } from '../../apps/api/answers/case-views.js';
import { caseRecordedAnswer, recordedAnswer, yearClosedAnswer } from '../../apps/api/answers/recorded.js';
import { cellAnswer, verifiedAnswer, yearAnswer, yearRulesAnswer } from '../../apps/api/answers/year-views.js';
import type { ApiClient } from './support/api-client.js';
import { APPLICATION } from './support/bodies.js';
import { fillTable2 } from './support/close-year.js';
import { TestServer } from './support/test-server.js';

describe('the life of a case over HTTP', () => {
  let test: TestServer;
  let handler: ApiClient;
  let reviewer: ApiClient;
  let auditor: ApiClient;
  let caseId: string;

  beforeAll(async () => {
    test = await TestServer.start();
    handler = test.client('handler');
    reviewer = test.client('reviewer');
    auditor = test.client('auditor', '*');
  });
  afterAll(() => test.stop());

  it('when an application is registered, then it has a number, an address and a revision', async () => {
    const answer = await handler.post('/agencies/songzhuang/cases', APPLICATION);
    expect(answer.status).toBe(201);
    const recorded = caseRecordedAnswer.parse(answer.json);
    caseId = recorded.caseId;
    expect(caseId).toMatch(/^songzhuang-2024-[0-9a-f]{10}$/);
    expect(answer.headers).toMatchObject({ location: `/cases/${caseId}`, etag: '"0"' });
    expect(recorded).toMatchObject({ status: 'in-progress', revision: 0, type: 'case.application-received' });
    expect(recorded.allowedSteps).toContain('propose-decision');
    expect(recorded.allowedSteps).not.toContain('carry-forward');
    expect(answer.json).not.toHaveProperty('repeated');
  });

  it('then it can be read, with what is allowed next and until when', async () => {
    const answer = await auditor.get(`/cases/${caseId}`);
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"0"' } });
    const view = caseAnswer.parse(answer.json);
    // Day 0 is 3 June 2024; 10 June is the Dragon Boat Festival.
    expect(view).toMatchObject({ due: '2024-07-02', provisional: false, statusLabel: '办理中', revision: 0 });
    expect(view.allowedSteps).toContainEqual(
      expect.objectContaining({ step: 'request-correction', label: '告知补正' }),
    );
  });

  it('then the clock explains itself in data and in words', async () => {
    const { status, json } = await auditor.get(`/cases/${caseId}/clock`);
    expect(status).toBe(200);
    const { explanation } = clockAnswer.parse(json);
    expect(explanation.join('\n')).toContain('2024-07-02');
  });

  it('then it stands in the worklist', async () => {
    const answer = await handler.get('/worklist?agency=songzhuang&dueWithin=20&limit=5');
    const { lines, next } = worklistAnswer.parse(answer.json);
    expect(lines).toEqual([expect.objectContaining({ caseId, due: '2024-07-02', workingDaysLeft: 2, overdue: false })]);
    expect(next).toBeNull();
    expect(worklistAnswer.parse((await handler.get('/worklist?overdue=true')).json).lines).toEqual([]);
  });

  it('when it is proposed, reviewed and dispatched, then it is closed', async () => {
    const proposed = await handler.post(
      `/cases/${caseId}/propose-decision`,
      { on: '2024-06-12', outcome: 'granted_provided' },
      { 'if-match': '"0"' },
    );
    expect(proposed).toMatchObject({ status: 200, headers: { etag: '"1"' }, json: { status: 'decision-proposed' } });
    const reviewed = await reviewer.post(
      `/cases/${caseId}/review-decision`,
      { on: '2024-06-14', result: 'approved' },
      { 'if-match': '"1"' },
    );
    expect(reviewed).toMatchObject({ status: 200, headers: { etag: '"2"' }, json: { status: 'decision-approved' } });
    const reply = { on: '2024-06-20', mode: 'direct', document: { number: '答复〔2024〕1号' } };
    const dispatched = await handler.post(`/cases/${caseId}/dispatch-reply`, reply, { 'if-match': '"2"' });
    expect(dispatched).toMatchObject({ status: 200, headers: { etag: '"3"' }, json: { status: 'closed', caseId } });
  });

  it('then its history tells who did what, when, and for which request', async () => {
    const sent = await handler.post(
      `/cases/${caseId}/file-reconsideration`,
      { on: '2024-06-25', remedyId: 'fy-1' },
      { 'x-request-id': 'trace-7', 'idempotency-key': 'remedy' },
    );
    expect(sent).toMatchObject({ status: 200, headers: { 'x-request-id': 'trace-7' } });
    const answer = await auditor.get(`/cases/${caseId}/history`);
    const { entries, revision } = historyAnswer.parse(answer.json);
    expect(revision).toBe(4);
    expect(entries.map(({ type }) => type)).toEqual([
      'case.application-received',
      'case.decision-proposed',
      'case.decision-reviewed',
      'case.reply-dispatched',
      'case.reconsideration-filed',
    ]);
    expect(entries[3]?.facts).toEqual([
      { path: 'on', label: '发出答复之日', text: '2024-06-20' },
      { path: 'mode', label: '送达方式', text: '直接送达' },
      { path: 'document', label: '答复书', text: '答复〔2024〕1号' },
    ]);
    expect(entries[2]?.metadata).toMatchObject({
      actor: 'reviewer',
      role: 'reviewer',
      agency: 'songzhuang',
      on: '2024-06-14',
    });
    expect(entries[4]?.metadata).toMatchObject({
      correlationId: 'trace-7',
      commandId: 'handler:remedy',
      now: '2024-06-28T04:00:00.000Z',
    });
    const page = historyAnswer.parse((await auditor.get(`/cases/${caseId}/history?from=3&max=1`)).json);
    expect(page.entries.map((entry) => entry.revision)).toEqual([3]);
  });

  it('then it is counted in the tables of its year, and every figure leads back to it', async () => {
    const { status, json } = await auditor.get('/agencies/songzhuang/years/2024');
    expect(status).toBe(200);
    const year = yearAnswer.parse(json);
    expect(year).toMatchObject({
      agencyName: '宋庄镇人民政府',
      closed: null,
      figures: { table3: { granted: [1, 0, 0, 0, 0, 0, 1] } },
    });
    for (const cell of ['3/new/natural-person', '3/granted/total', '4/review/pending']) {
      const answer = await auditor.get(`/agencies/songzhuang/years/2024/cells/${cell}`);
      expect(cellAnswer.parse(answer.json)).toMatchObject({ value: 1, cases: [{ caseId }], next: null });
    }
    expect(
      yearRulesAnswer.parse((await auditor.get('/agencies/songzhuang/years/2024/rules')).json).rulesVersion,
    ).not.toBe('');
  });

  it('when something is published, then the register counts it', async () => {
    const entry = { on: '2024-03-01', channel: '政府网站', category: '其他', count: 3 };
    const answer = await handler.post('/agencies/songzhuang/register/record-publications', entry);
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
    recordedAnswer.parse(answer.json);
    const read = await auditor.get('/agencies/songzhuang/register/2024');
    expect(read.headers.etag).toBe('"0"');
    expect(registerAnswer.parse(read.json)).toMatchObject({
      revision: 0,
      entries: [
        {
          revision: 0,
          type: 'register.publications-recorded',
          label: '登记主动公开信息',
          data: entry,
          facts: [
            { path: 'on', label: '公开之日（汇总登记的为期末日）', text: '2024-03-01' },
            { path: 'channel', label: '公开渠道', text: '政府网站' },
            { path: 'category', label: '类别', text: '其他' },
            { path: 'count', label: '条数', text: '3' },
          ],
        },
      ],
      published: { total: 3, channels: [{ channel: '政府网站', count: 3 }] },
      next: null,
    });
  });

  it('when more is published, then the register is read whole, or page by page, with the counts of all of it', async () => {
    const REGISTER = '/agencies/songzhuang/register/2024';
    for (const count of [1, 2]) {
      const entry = { on: '2024-04-01', channel: '公示栏', count };
      expect((await handler.post('/agencies/songzhuang/register/record-publications', entry)).status).toBe(200);
    }
    const page = async (query: string) => {
      const { entries, published, next } = registerAnswer.parse((await auditor.get(REGISTER + query)).json);
      return { revisions: entries.map(({ revision }) => revision), total: published.total, next };
    };
    expect(await page('')).toEqual({ revisions: [0, 1, 2], total: 6, next: null });
    expect(await page('?limit=2')).toEqual({ revisions: [0, 1], total: 6, next: '1' });
    expect(await page('?limit=2&cursor=1')).toEqual({ revisions: [2], total: 6, next: null });
    expect(await page('?cursor=0')).toEqual({ revisions: [1, 2], total: 6, next: null });
    for (const query of ['?cursor=3', '?cursor=x', '?cursor=-1', '?limit=0', '?limit=501']) {
      const { status, json } = await auditor.get(REGISTER + query);
      expect({ query, status, json }).toMatchObject({ status: 422, json: { code: 'invalid-input' } });
    }
  });

  it('then agencies can be read, and renamed', async () => {
    const operator = test.client('operator', '*');
    const renamed = await operator.post(
      '/agencies/songzhuang/rename-agency',
      { on: '2024-06-01', name: '宋庄镇政府' },
      { 'if-match': '"0"' },
    );
    expect({ status: renamed.status, text: renamed.text }).toMatchObject({ status: 200 });
    const one = await auditor.get('/agencies/songzhuang');
    expect(one.headers.etag).toBe('"1"');
    expect(agencyAnswer.parse(one.json)).toMatchObject({
      name: '宋庄镇政府',
      level: 'town',
      parent: null,
      revision: 1,
    });
    expect(
      agenciesAnswer
        .parse((await auditor.get('/agencies')).json)
        .map(({ agency }) => agency)
        .sort(),
    ).toEqual(['mengjin', 'songzhuang']);
    expect(agenciesAnswer.parse((await handler.get('/agencies')).json).map(({ agency }) => agency)).toEqual([
      'songzhuang',
    ]);
  });

  it('when a year that is over is closed, then it stays closed, and verifies', async () => {
    const head = test.client('head');
    await fillTable2(handler);
    const path = '/agencies/songzhuang/years/2023';
    const closed = await head.post(`${path}/close`, {});
    expect({ status: closed.status, text: closed.text }).toMatchObject({ status: 200 });
    const again = await head.post(`${path}/close`, {});
    expect(again).toMatchObject({ status: 200, headers: { 'idempotent-replay': 'true' } });
    expect(yearClosedAnswer.parse(again.json)).toEqual(yearClosedAnswer.parse(closed.json));
    expect(verifiedAnswer.parse((await auditor.get(`${path}/verify`)).json)).toMatchObject({
      equal: true,
      differences: [],
    });
    expect(yearAnswer.parse((await auditor.get(path)).json).closed).toMatchObject({
      edition: 1,
      figuresStillEqual: true,
    });
  });
});
