import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportJsonSchema } from '#annual-report';
import { annualReportAnswer } from '../../apps/api/answers/report-views.js';
import type { ApiClient } from './support/api-client.js';
import { close2023 } from './support/close-year.js';
import { receive } from './support/seed-cases.js';
import { OTHER_AGENCY, TestServer } from './support/test-server.js';

const REPORT = `/agencies/${OTHER_AGENCY}/years/2023/report`;
const ON = '2024-06-20';

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

  it('refuses a scope or a version that there is not, and whoever is not bound to the body', async () => {
    expect(await auditor.get(`${REPORT}?scope=country`)).toMatchObject({ status: 422 });
    expect(await auditor.get(`${REPORT}?scope=region&issue=1`)).toMatchObject({ status: 404 });
    expect(await head.post(`${REPORT}/issue-report`, { on: ON, scope: 'country' })).toMatchObject({ status: 422 });
    expect(await handler.get(`${REPORT}?scope=region`)).toMatchObject({ status: 403 });
  });
});
