import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { yearEndAnswer, yearEndStatusAnswer } from '../../apps/api/answers/year-end-views.js';
import type { ApiClient } from './support/api-client.js';
import { fillTable2 } from './support/close-year.js';
import { receive } from './support/seed-cases.js';
import { AGENCY, OTHER_AGENCY, TestServer } from './support/test-server.js';

/** The town has its register in order; the district has recorded nothing. */
describe('the end of a year over HTTP', () => {
  let test: TestServer;
  let operator: ApiClient;

  beforeAll(async () => {
    test = await TestServer.start();
    operator = test.client('operator', '*', 'year-end');
    const handler = test.client('handler');
    await receive(handler, 'c-1', { on: '2023-12-20' });
    await fillTable2(handler);
  });
  afterAll(() => test.stop());

  const lines = async () => yearEndStatusAnswer.parse((await operator.get('/year-end/2023')).json).lines;

  it('given nothing closed, then the table says who is ready, who fails and by which rules', async () => {
    expect(await lines()).toMatchObject([
      { agency: OTHER_AGENCY, state: 'failing', blocking: ['V6'], late: true },
      { agency: AGENCY, state: 'ready', open: 1, late: true, deadline: '2024-01-31' },
    ]);
  });

  it('when all are closed, then one is, the other is refused with its findings; again changes nothing', async () => {
    const first = await operator.post('/year-end/2023/close', {});
    expect({ status: first.status, text: first.text }).toMatchObject({ status: 200 });
    expect(yearEndAnswer.parse(first.json)).toMatchObject({
      agencies: 2,
      interrupted: false,
      results: [
        { agency: OTHER_AGENCY, outcome: 'refused', refusal: { code: 'rules-failed' } },
        { agency: AGENCY, outcome: 'closed', closed: { carriedForward: 1, repeated: false } },
      ],
    });
    const head = await test.server.office.store.head();
    const again = await operator.post('/year-end/2023/close', {});
    expect(yearEndAnswer.parse(again.json).results[1]).toMatchObject({ closed: { repeated: true } });
    expect(await test.server.office.store.head()).toBe(head);
    expect((await lines())[1]).toMatchObject({ agency: AGENCY, state: 'closed' });
  });

  it('given a handler, a body with more in it, or no such year, then it is refused', async () => {
    expect((await test.client('handler', '*', 'clerk').post('/year-end/2023/close', {})).status).toBe(403);
    expect((await operator.post('/year-end/2023/close', { agencies: 'all' })).status).toBe(422);
    expect((await operator.get('/year-end/1999')).status).toBe(422);
  });
});
