import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differenceAnswer, replayAnswer } from '../../apps/api/answers/replay-views.js';
import type { ApiClient } from './support/api-client.js';
import { seedCases, step } from './support/seed-cases.js';
import { TestServer } from './support/test-server.js';

describe('replay over HTTP', () => {
  let test: TestServer;
  let auditor: ApiClient;

  /** `closed-1`: 0 received, 1 proposed, 2 reviewed, 3 dispatched on 20 June; 4: it left on 21 June. */
  beforeAll(async () => {
    test = await TestServer.start();
    await seedCases(test);
    auditor = test.client('auditor');
    await step(test.client('handler'), 'closed-1', 'rectify-entry', {
      on: '2024-06-24',
      revision: 3,
      action: { kind: 'correct', fields: { on: '2024-06-21' } },
      reason: 'wrong-date',
      approvedBy: 'head',
    });
  });
  afterAll(() => test.stop());

  const replay = async (query: string) =>
    replayAnswer.parse((await auditor.get(`/cases/closed-1/replay${query}`)).json);
  const difference = async (query: string) =>
    differenceAnswer.parse((await auditor.get(`/cases/closed-1/difference${query}`)).json);

  it('as corrected and as recorded', async () => {
    const answer = await auditor.get('/cases/closed-1/replay');
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"4"' } });
    const corrected = replayAnswer.parse(answer.json);
    expect(corrected).toMatchObject({
      caseId: 'closed-1',
      agency: 'songzhuang',
      revision: 4,
      reading: { status: 'closed', statusLabel: '已办结', state: { ending: { on: '2024-06-21' } } },
    });
    expect(corrected.reading?.entries[3]).toMatchObject({ revision: 3, on: '2024-06-21', amendedBy: [4] });
    expect(corrected.reading?.entries[3]?.facts[0]).toEqual({
      path: 'on',
      label: '发出答复之日',
      text: '2024-06-21',
    });
    expect(corrected.reading?.entries[4]?.facts).toContainEqual({
      path: 'action.fields.on',
      label: '更正“发出答复之日”',
      text: '2024-06-20 → 2024-06-21',
    });
    expect(corrected.reading?.documents).toMatchObject([{ revision: 3, path: 'document', number: '答复〔2024〕1号' }]);
    expect(corrected.explanation.join('\n')).toContain('2024-07-02');
    expect((await replay('?as=recorded')).reading?.state.ending).toMatchObject({ on: '2024-06-20' });
  });

  it('up to a revision, as of a day, as known at an instant, and all of it together', async () => {
    expect((await replay('?revision=1')).reading).toMatchObject({
      status: 'decision-proposed',
      point: { revision: 1 },
    });
    expect((await replay('?on=2024-06-20')).reading?.status).toBe('decision-approved');
    expect((await replay('?on=2024-06-20&as=recorded')).reading?.status).toBe('closed');
    expect((await replay('?on=2024-06-20&revision=3')).reading?.status).toBe('closed');
    const steps = (await replay('?on=2024-06-20')).reading?.allowedSteps.map((one) => one['step']);
    expect(steps).toContain('dispatch-reply');
    expect((await replay('?knownAt=2024-06-28T04:00:00.000Z')).reading?.status).toBe('closed');
  });

  it('before the case there is none, and that is an answer', async () => {
    for (const query of ['?on=2024-06-02', '?knownAt=2024-06-28T03:59:59.999Z']) {
      expect(await replay(query)).toMatchObject({ revision: 4, reading: null, explanation: [] });
    }
  });

  it('the difference of two readings, in data and in Chinese', async () => {
    const answer = await auditor.get('/cases/closed-1/difference?from.revision=3&to.revision=4');
    expect(answer.headers.etag).toBe('"4"');
    const told = differenceAnswer.parse(answer.json);
    expect(told).toMatchObject({ from: { revision: 3 }, to: { revision: 4 } });
    expect(told.differences).toContainEqual({
      path: 'state.ending.on',
      label: '办结之日',
      before: '2024-06-20',
      after: '2024-06-21',
    });
    expect(told.explanation).toContain('办结之日：2024-06-20 → 2024-06-21');
    const back = await difference('?from.revision=4&to.revision=3');
    expect(back.differences).toContainEqual(expect.objectContaining({ before: '2024-06-21', after: '2024-06-20' }));
  });

  it('nothing differs from itself; what is left out does not limit; from before the case all is new', async () => {
    expect(await difference('')).toMatchObject({ from: {}, to: {}, differences: [], explanation: [] });
    expect((await difference('?from.as=recorded')).explanation).toContain('办结之日：2024-06-20 → 2024-06-21');
    const all = await difference('?from.on=2024-06-02');
    expect(all.differences.every(({ before }) => before === null)).toBe(true);
  });
});
