import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportJsonSchema } from '#annual-report';
import { readFileSync } from 'node:fs';
import { scopeYearAnswer } from '../../apps/api/answers/scope-views.js';
import { yearEndStatusAnswer } from '../../apps/api/answers/year-end-views.js';
import { annualReportAnswer } from '../../apps/api/answers/report-views.js';
import type { ApiClient } from './support/api-client.js';
import { close2023 } from './support/close-year.js';
import { receive } from './support/seed-cases.js';
import { OTHER_AGENCY, TestServer } from './support/test-server.js';

const REPORT = `/agencies/${OTHER_AGENCY}/years/2023/report`;
const ON = '2024-06-28';

/** The town stands below the district, which keeps nothing here. */
describe('the report of a scope over HTTP', () => {
  let test: TestServer;
  let handler: ApiClient;
  let auditor: ApiClient;
  let head: ApiClient;

  beforeAll(async () => {
    test = await TestServer.start();
    handler = test.client('handler');
    auditor = test.client('auditor', '*', 'auditor-of-all');
    head = test.client('head', [OTHER_AGENCY], 'head-of-district');
    const operator = test.client('operator', '*', 'mover');
    const moved = await operator.post('/agencies/songzhuang/move-agency', { on: '2021-01-01', parentId: OTHER_AGENCY });
    expect(moved.status).toBe(200);
    await receive(handler, 'c-1', { on: '2023-11-01' });
    await close2023(handler, test.client('head'));
  });
  afterAll(() => test.stop());

  const report = async (query: string) => annualReportAnswer.parse((await auditor.get(`${REPORT}?${query}`)).json);

  it('given a member that says nothing, is a draft that names it', async () => {
    expect(await report('scope=region')).toMatchObject({
      scope: 'region',
      issue: null,
      gaps: { missing: [{ agency: OTHER_AGENCY }], notClosed: [] },
    });
    const file = await auditor.get(`${REPORT}/files/json?scope=region`);
    expect(file.headers['content-disposition']).toContain(`${OTHER_AGENCY}-2023-region-annual-report-draft.json`);
    expect(reportJsonSchema.parse(file.json)).toMatchObject({ gaps: { missing: [{ agency: OTHER_AGENCY }] } });
    expect((await report('scope=own')).gaps).toBeUndefined();
  });

  it('when somebody issues it, then the refusal names the member; nothing is recorded', async () => {
    expect(await head.post(`${REPORT}/set-report-signature`, { on: ON, signedOn: ON })).toMatchObject({ status: 200 });
    const refused = await head.post(`${REPORT}/issue-report`, { on: ON, scope: 'region' });
    expect(refused).toMatchObject({ status: 409, json: { code: 'report-sum-incomplete', missing: [OTHER_AGENCY] } });
    expect(await report('scope=region')).toMatchObject({ issue: null });
  });

  it('given an issue and a member that becomes known, then the year and the table before the deadline say what moved', async () => {
    const year = async () =>
      scopeYearAnswer.parse((await auditor.get(`/agencies/${OTHER_AGENCY}/years/2023?scope=region`)).json).issued;
    const line = async () => yearEndStatusAnswer.parse((await auditor.get('/year-end/2023')).json).scopes[1];
    expect([await year(), await line()]).toMatchObject([null, { scope: 'region', state: 'draft', issued: null }]);

    const waiver = { on: ON, rule: 'V10', reason: '区政府未报', approvedBy: 'mayor-1' };
    expect(await head.post(`/agencies/${OTHER_AGENCY}/years/2023/waivers`, waiver)).toMatchObject({ status: 200 });
    expect(await head.post(`${REPORT}/issue-report`, { on: ON, scope: 'region' })).toMatchObject({ status: 200 });
    expect([await year(), (await line())?.state]).toMatchObject([{ issue: 1, cells: [], members: [] }, 'issued']);

    const source = { file: '2023.json', sha256: 'a'.repeat(64) };
    const imported = await head.post(`/agencies/${OTHER_AGENCY}/years/2023/import-report`, {
      ...{ on: ON, source, nameConfirmed: true },
      report: JSON.parse(readFileSync('test/fixtures/reports/2023-huaian-hongze-qu.json', 'utf8')) as object,
    });
    expect(imported).toMatchObject({ status: 200 });
    const moved = await year();
    expect(moved?.cells).toContainEqual(
      expect.objectContaining({ cell: 'table3/new/natural-person', published: null, now: expect.any(Number) }),
    );
    expect(moved?.members).toMatchObject([
      { agency: OTHER_AGENCY, then: { basis: 'missing' }, now: { basis: 'imported' } },
    ]);
    expect(await line()).toMatchObject({ state: 'drifted', issued: moved });
  });

  it('refuses a scope or a version that there is not, and whoever is not bound to the body', async () => {
    expect(await auditor.get(`${REPORT}?scope=country`)).toMatchObject({ status: 422 });
    expect(await auditor.get(`${REPORT}?scope=region&issue=2`)).toMatchObject({ status: 404 });
    expect(await head.post(`${REPORT}/issue-report`, { on: ON, scope: 'country' })).toMatchObject({ status: 422 });
    expect(await handler.get(`${REPORT}?scope=region`)).toMatchObject({ status: 403 });
  });
});
