import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportRecordedAnswer } from '../../apps/api/answers/recorded.js';
import { annualReportAnswer, narrativeAnswer } from '../../apps/api/answers/report-views.js';
import type { ApiClient } from './support/api-client.js';
import { close2023 } from './support/close-year.js';
import { receive } from './support/seed-cases.js';
import { TestServer, TODAY } from './support/test-server.js';

const REPORT = '/agencies/songzhuang/years/2023/report';
const ON = '2024-06-28';

describe('the annual report over HTTP', () => {
  let test: TestServer;
  let handler: ApiClient;
  let head: ApiClient;
  let auditor: ApiClient;

  beforeAll(async () => {
    test = await TestServer.start();
    handler = test.client('handler');
    head = test.client('head');
    auditor = test.client('auditor');
    await receive(handler, 'c-1', { on: '2023-11-01' });
  });
  afterAll(() => test.stop());

  const report = async (query = '') => annualReportAnswer.parse((await auditor.get(`${REPORT}${query}`)).json);
  const narrative = async () => narrativeAnswer.parse((await auditor.get(`${REPORT}/narrative`)).json);

  it('given a year not closed, is a draft with generated sentences', async () => {
    const { issue, edition, sections } = await report();
    expect([issue, edition]).toEqual([null, null]);
    expect(sections[0]?.parts[1]?.paragraphs[0]).toEqual({
      text: '本年度新收政府信息公开申请1件，无上年结转申请。',
      origin: 'generated',
      sentence: 'applications.received',
    });
    expect(await narrative()).toMatchObject({ revision: -1, parts: {}, overrides: [], issues: [] });
  });

  it('when text is written, then its versions can be read with their authors', async () => {
    const body = { on: ON, part: 'problems', text: '一是公开不够及时。' };
    const sent = await handler.post(`${REPORT}/write-report-part`, body);
    expect([sent.status, sent.headers['etag']]).toEqual([200, '"0"']);
    reportRecordedAnswer.parse(sent.json);
    await handler.post(`${REPORT}/write-report-part`, { ...body, text: '一是公开仍不够及时。' });
    const { parts } = await narrative();
    expect(parts).toMatchObject({
      problems: [
        { text: '一是公开不够及时。', on: ON, by: { revision: 0, role: 'handler' } },
        { text: '一是公开仍不够及时。', by: { revision: 1 } },
      ],
    });
    const read = await auditor.get(`${REPORT}/narrative`);
    expect(read.headers['etag']).toBe('"1"');
  });

  it('when a sentence is overridden, then it must say why, and the rules go on comparing it', async () => {
    const override = { on: ON, sentence: 'applications.received', text: '本年度新收政府信息公开申请2件。' };
    const unreasoned = await handler.post(`${REPORT}/override-report-sentence`, override);
    expect(unreasoned.status).toBe(422);
    expect(unreasoned.json).toMatchObject({ code: 'invalid-input', errors: [{ path: 'body.reason' }] });
    const sent = await handler.post(`${REPORT}/override-report-sentence`, { ...override, reason: '本镇用语' });
    expect(sent.status).toBe(200);
    const rules = (await auditor.get('/agencies/songzhuang/years/2023/rules')).json as {
      results: { rule: string; status: string; findings: { message: string }[] }[];
    };
    const v8 = rules.results.find(({ rule }) => rule === 'V8');
    expect(v8?.findings.map(({ message }) => message)).toEqual([
      '文字“本年度新收政府信息公开申请2件。”载明 2，而一、本年新收政府信息公开申请数量为 1',
    ]);
    const withdrawn = await handler.post(`${REPORT}/withdraw-report-override`, {
      on: ON,
      sentence: 'applications.received',
    });
    expect(withdrawn.status).toBe(200);
  });

  it('a stale If-Match is refused, a repeated key answers with the first result', async () => {
    const body = { on: ON, signedOn: '2024-07-01' };
    const stale = await handler.post(`${REPORT}/set-report-signature`, body, { 'if-match': '"0"' });
    expect(stale.status).toBe(412);
    const key = { 'idempotency-key': 'signature-1' };
    const first = await handler.post(`${REPORT}/set-report-signature`, body, key);
    const again = await handler.post(`${REPORT}/set-report-signature`, body, key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json).toEqual(first.json);
    expect(again.headers['idempotent-replay']).toBe('true');
  });

  it('given a closed year, is issued by a head, and the issue stays', async () => {
    const early = await head.post(`${REPORT}/issue-report`, { on: ON });
    expect([early.status, early.json]).toMatchObject([409, { code: 'year-not-closed' }]);
    await close2023(handler, head);
    const before = await head.post(`${REPORT}/issue-report`, { on: '2024-06-27' });
    expect([before.status, before.json]).toMatchObject([422, { code: 'before-edition', editionOn: TODAY }]);
    const sent = await head.post(`${REPORT}/issue-report`, { on: ON });
    expect(sent.status).toBe(200);
    // What was written under （四） above is the only text.
    expect(reportRecordedAnswer.parse(sent.json).warnings).toEqual([
      expect.stringMatching(/^没有文字的部分：（一）主动公开/),
    ]);
    const issued = await report();
    expect(issued).toMatchObject({ issue: { number: 1, on: ON }, edition: { number: 1 }, signedOn: '2024-07-01' });
    await handler.post(`${REPORT}/set-report-title`, { on: ON, title: '另一标题' });
    expect(await report('?issue=1')).toEqual(issued);
    expect(await report()).toEqual(issued);
    expect(await report('?issue=draft')).toMatchObject({ title: '另一标题', issue: null });
  });

  it.each([
    ['?issue=2', 404, 'not-found'],
    ['?issue=0', 422, 'invalid-input'],
    ['?issue=latest', 422, 'invalid-input'],
    ['?version=1', 422, 'invalid-input'],
  ])('refuses %s', async (query, status, code) => {
    const answer = await auditor.get(`${REPORT}${query}`);
    expect([answer.status, answer.json]).toMatchObject([status, { code }]);
  });
});
