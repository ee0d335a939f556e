import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordedAnswer } from '../../apps/api/answers/recorded.js';
import { caseCellsAnswer } from '../../apps/api/answers/replay-views.js';
import {
  scopeAuditAnswer,
  scopeCellAnswer,
  scopeRulesAnswer,
  scopeYearAnswer,
} from '../../apps/api/answers/scope-views.js';
import { cellAnswer } from '../../apps/api/answers/year-views.js';
import type { ApiClient } from './support/api-client.js';
import { fillTable2 } from './support/close-year.js';
import { receive } from './support/seed-cases.js';
import { OTHER_AGENCY, TestServer } from './support/test-server.js';

const DISTRICT = `/agencies/${OTHER_AGENCY}/years/2023`;
const TOWN = '/agencies/songzhuang/years/2023';
const published = JSON.parse(readFileSync('test/fixtures/reports/2023-huaian-hongze-qu.json', 'utf8')) as object;
const SOURCE = { file: '2023-huaian-hongze-qu.json', sha256: 'b'.repeat(64), note: '区政府网站' };

/** The town stands below the district, which keeps nothing here and whose report is imported. */
describe('scopes over HTTP', () => {
  let test: TestServer;
  let handler: ApiClient;
  let auditor: ApiClient;
  let ofDistrict: ApiClient;

  beforeAll(async () => {
    test = await TestServer.start();
    handler = test.client('handler');
    auditor = test.client('auditor', '*', 'auditor-of-all');
    ofDistrict = test.client('handler', [OTHER_AGENCY], 'of-district');
    const operator = test.client('operator', '*', 'mover');
    const moved = await operator.post('/agencies/songzhuang/move-agency', { on: '2021-01-01', parentId: OTHER_AGENCY });
    expect({ status: moved.status, text: moved.text }).toMatchObject({ status: 200 });
    await receive(handler, 'c-1', { on: '2023-11-01' });
    await fillTable2(handler);
  });
  afterAll(() => test.stop());

  const importing = (body: object = {}, headers: Record<string, string> = {}) =>
    ofDistrict.post(
      `${DISTRICT}/import-report`,
      { on: '2024-03-01', source: SOURCE, report: published, nameConfirmed: true, ...body },
      headers,
    );
  const region = async (query = '') =>
    scopeYearAnswer.parse((await auditor.get(`${DISTRICT}?scope=region${query}`)).json);

  it('given a member without figures, then its cells are unknown and it is named', async () => {
    const view = await region();
    expect(view).toMatchObject({ scope: 'region', missing: [OTHER_AGENCY], notClosed: ['songzhuang'] });
    expect(view.partial).toContainEqual({
      cell: 'table3/new/total',
      label: '一、本年新收政府信息公开申请数量“总计”',
      known: 1,
      unknown: [OTHER_AGENCY],
    });
    const rules = scopeRulesAnswer.parse((await auditor.get(`${DISTRICT}/rules?scope=region`)).json);
    expect(rules).toMatchObject({ judged: 'sum', blocking: ['V6', 'V10'] });
  });

  it('when its published report is imported, once however often it is sent, then the sums are known', async () => {
    const before = await test.server.office.store.head();
    const key = { 'idempotency-key': 'import-1' };
    const first = await importing({}, key);
    expect({ status: first.status, text: first.text }).toMatchObject({ status: 200 });
    expect(recordedAnswer.parse(first.json)).toMatchObject({ type: 'books.report-imported' });
    const again = await importing({}, key);
    expect(again).toMatchObject({ status: 200, headers: { 'idempotent-replay': 'true' }, json: first.json });

    const view = await region('&form=2019');
    expect(view.figures).toMatchObject({ table3: { new: [22, 0, 0, 0, 0, 0, 22] } });
    expect(view.members.map(({ agency, basis }) => [agency, basis])).toEqual([
      [OTHER_AGENCY, 'imported'],
      ['songzhuang', 'current'],
    ]);
    const rules = scopeRulesAnswer.parse((await auditor.get(`${DISTRICT}/rules?scope=region`)).json);
    expect(rules.results).toContainEqual(expect.objectContaining({ rule: 'V10', status: 'passed' }));
    const audit = scopeAuditAnswer.parse((await auditor.get(`${DISTRICT}/audit?scope=region`)).json);
    expect(audit).toMatchObject({ sound: true, imported: [OTHER_AGENCY], cases: 1, members: 2 });
    expect(await region(`&knownAt=${before}`)).toMatchObject({ missing: [OTHER_AGENCY], known: { position: before } });
    const early = await auditor.get(`${DISTRICT}?scope=region&knownAt=2024-06-28T03:59:59.999Z`);
    expect(early).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('then a figure leads to the parts of the members and on to cases, for whoever may see them', async () => {
    const path = `${DISTRICT}/cells/table3/new/total?scope=region`;
    const page = scopeCellAnswer.parse((await auditor.get(path)).json);
    expect(page).toMatchObject({ value: 22, cases: [{ agency: 'songzhuang', caseId: 'c-1' }], next: null });
    expect(page.shares.map(({ agency, value, listed }) => [agency, value, listed])).toEqual([
      [OTHER_AGENCY, 21, false],
      ['songzhuang', 1, true],
    ]);
    expect(page.shares[0]?.provenance).toContain('来自导入报告：区政府网站');
    const hidden = scopeCellAnswer.parse((await ofDistrict.get(path)).json);
    expect(hidden).toMatchObject({
      value: 22,
      cases: [],
      shares: [{}, { agency: 'songzhuang', value: 1, listed: false }],
    });
    expect((await handler.get(path)).status).toBe(403);
  });

  it('then a figure of table 2 and of section 一 leads to its register entries, under both names of the table', async () => {
    for (const table of ['2', 'table2']) {
      const page = cellAnswer.parse((await auditor.get(`${TOWN}/cells/${table}/normativeDocuments/inForce`)).json);
      expect(page).toMatchObject({
        value: 2,
        recounted: 2,
        cases: [],
        entries: [{ agency: 'songzhuang', year: 2023, revision: 1, on: '2023-12-31', amount: 2, unit: 'count' }],
      });
    }
    await handler.post('/agencies/songzhuang/register/record-publications', {
      on: '2023-05-01',
      channel: '网站',
      count: 7,
    });
    const channel = encodeURIComponent('网站');
    for (const [query, value] of [
      ['', 7],
      [`?channel=${channel}`, 7],
      [`?channel=${channel}&category=`, 7],
      [`?channel=${encodeURIComponent('公众号')}`, 0],
    ] as const) {
      const page = cellAnswer.parse((await auditor.get(`${TOWN}/cells/sectionOne${query}`)).json);
      expect(page).toMatchObject({ value, recounted: value });
    }
    const summed = await auditor.get(`${DISTRICT}/cells/sectionOne?scope=region`);
    expect(scopeCellAnswer.parse(summed.json)).toMatchObject({ value: null, known: 7, entries: [{ amount: 7 }] });
  });

  it('then a case leads to the tables of the bodies above', async () => {
    const cells = caseCellsAnswer.parse((await handler.get('/cases/c-1/cells?toYear=2023')).json);
    expect(cells.years[0]?.scopes).toEqual([
      { agencyId: 'songzhuang', scope: 'level' },
      { agencyId: 'songzhuang', scope: 'region' },
      { agencyId: OTHER_AGENCY, scope: 'region' },
    ]);
  });

  it.each([
    ['the same figures again', {}, 409, 'already-imported', null],
    [
      'a report of another year',
      { report: { ...published, year: 2022 } },
      422,
      'report-of-other-year',
      'body.report.year',
    ],
    [
      'a text for a number',
      { report: { ...published, table3: { new: ['1', 0, 0, 0, 0, 0, 1] } } },
      422,
      'invalid-input',
      'body.report.table3.new[0]',
    ],
    ['no source', { source: undefined }, 422, 'invalid-input', 'body.source'],
    [
      'a form that there is not',
      { report: { ...published, format: '2014' } },
      422,
      'invalid-input',
      'body.report.format',
    ],
    ['no report', { report: [] }, 422, 'invalid-input', 'body.report'],
  ] as const)('%s is refused, nothing is written', async (_name, body, status, code, at) => {
    const before = await test.server.office.store.head();
    const answer = await importing(body);
    expect({ status: answer.status, json: answer.json }).toMatchObject({ status, json: { code } });
    if (at !== null) {
      expect(answer.json).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ path: at })]) });
    }
    expect(await test.server.office.store.head()).toBe(before);
  });

  it.each([
    ['an unknown scope', `${DISTRICT}?scope=country`, 422, 'query.scope'],
    ['a category without its channel', `${TOWN}/cells/sectionOne?category=a`, 422, 'query.channel'],
    ['a cursor of nobody', `${DISTRICT}/cells/3/new/total?scope=region&cursor=zzz`, 422, 'query.cursor'],
    ['a row of table 2 that there is not', `${TOWN}/cells/2/bogus/made`, 422, 'path.row'],
  ])('%s is refused', async (_name, path, status, at) => {
    const answer = await auditor.get(path);
    expect({ status: answer.status, json: answer.json }).toMatchObject({ status, json: { errors: [{ path: at }] } });
  });

  it('given that a case comes in beside the imported report, then tables, lineage, audit and rules say so', async () => {
    await receive(test.client('handler', [OTHER_AGENCY]), 'c-2', { on: '2023-12-01' }, {}, OTHER_AGENCY);
    const undecided = [{ agency: OTHER_AGENCY, used: 'imported' }];
    expect(await region()).toMatchObject({ undecided, members: [{ undecided: true }, { undecided: false }] });
    const get = async (path: string) => (await auditor.get(`${DISTRICT}/${path}?scope=region`)).json;
    const cell = scopeCellAnswer.parse(await get('cells/table3/new/total'));
    expect(cell).toMatchObject({ value: 22, undecided, shares: [{ value: 21, now: 1, undecided: true }, {}] });
    expect(scopeAuditAnswer.parse(await get('audit'))).toMatchObject({ sound: true, undecided });
    expect(scopeRulesAnswer.parse(await get('rules'))).toMatchObject({ undecided });
  });
});
