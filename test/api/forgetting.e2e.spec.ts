import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '#kernel';
import { personAnswer, personForgottenAnswer } from '../../apps/api/answers/person-views.js';
import { damageOfLog } from '../support/damage-of-log.js';
import { problemSchema, type Answer, type ApiClient } from './support/api-client.js';
import { endedCase, ERASURE, masterKey, RECORD, ZHANG } from './support/people.js';
import { receive, step } from './support/seed-cases.js';
import { AGENCY, OTHER_AGENCY, TestServer } from './support/test-server.js';

const WITHDRAWAL = { on: '2024-06-11', written: true, identityChecked: true };
const FORGETTING = { ...ERASURE, reason: 'retention-ended' } as const;
const LI = { agency: AGENCY, kind: 'third-party', name: '李某第三方' };

describe('forgetting a person', () => {
  let test: TestServer;
  let handler: ApiClient;
  let head: ApiClient;
  beforeEach(async () => {
    test = await TestServer.start({}, masterKey('2024-a'));
    handler = test.client('handler');
    head = test.client('head');
    await put('p-1', RECORD);
    await put('third-1', LI);
  });
  afterEach(() => test.stop());

  const put = async (ref: string, body: unknown): Promise<void> => {
    const request = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    expect((await handler.send('PUT', `/applicants/${ref}`, request)).status).toBe(200);
  };
  const forget = (ref: string, changes: object = {}, key?: string, client = head): Promise<Answer> =>
    client.post(`/applicants/${ref}/forget`, { ...FORGETTING, ...changes }, key ? { 'idempotency-key': key } : {});
  const forgotten = ({ status, json, text }: Answer) => {
    expect({ status, text }).toMatchObject({ status: 200 });
    return personForgottenAnswer.parse(json);
  };
  const personOf = async (ref: string) => personAnswer.parse((await handler.get(`/applicants/${ref}`)).json).person;
  const headOfLog = () => test.server.office.store.head();
  const erasuresIn = async (caseId: string) =>
    (await test.server.office.desk.history(`case-${caseId}`)).filter(
      ({ type }) => type === 'case.personal-data-erased',
    );
  const figures = async () =>
    ((await handler.get(`/agencies/${AGENCY}/years/2024`)).json as { figures: object }).figures;
  /** Zhang applied in two cases; in the second Li was asked. */
  const twoCases = async (): Promise<void> => {
    await endedCase(handler, 'c-1', 'p-1');
    await receive(handler, 'c-2', { applicantRef: 'p-1' });
    await step(handler, 'c-2', 'consult-third-party', { on: '2024-06-05', partyRef: 'third-1' });
    await step(handler, 'c-2', 'withdraw-application', WITHDRAWAL);
  };

  it('is recorded in every case of hers, and she is unreadable; others of these cases stay, so does every figure', async () => {
    await twoCases();
    const before = await figures();
    const answer = forgotten(await forget('p-1'));
    expect(answer).toMatchObject({ fate: 'erased', erasedOn: '2024-06-28', heldBy: [], cases: ['c-1', 'c-2'] });
    expect(await personOf('p-1')).toEqual({ erased: true, on: '2024-06-28' });
    expect(await personOf('third-1')).toMatchObject({ name: '李某第三方' });
    for (const caseId of ['c-1', 'c-2']) {
      expect((await erasuresIn(caseId)).map(({ data }) => data)).toEqual([{ ...FORGETTING, personRef: 'p-1' }]);
    }
    expect(await figures()).toEqual(before);
    expect(await damageOfLog(test.dataDir)).toBeUndefined();
    await test.restart(masterKey('2024-a'));
    handler = test.client('handler');
    expect(await personOf('p-1')).toEqual({ erased: true, on: '2024-06-28' });
    expect(await personOf('third-1')).toMatchObject({ name: '李某第三方' });
  });

  it('goes for third parties too, and for one person of a case over the step of the case', async () => {
    await twoCases();
    expect(forgotten(await forget('third-1'))).toMatchObject({ fate: 'erased', cases: ['c-2'] });
    expect(await personOf('third-1')).toMatchObject({ erased: true });
    expect(await personOf('p-1')).toEqual(ZHANG);
    const one = await head.post('/cases/c-1/erase-personal-data', { ...ERASURE, personRef: 'p-1' });
    expect(one.json).toMatchObject({ persons: [{ ref: 'p-1', fate: 'held', heldBy: [{ caseId: 'c-2' }] }] });
    expect(forgotten(await forget('p-1'))).toMatchObject({ fate: 'erased', cases: ['c-1', 'c-2'] });
    expect(await erasuresIn('c-1')).toHaveLength(1);
  });

  it('who stands in no case, entered by mistake, needs no end of retention', async () => {
    const decision = { retentionEndedOn: undefined, reason: 'entered-in-error' };
    expect(forgotten(await forget('p-1', decision))).toMatchObject({ fate: 'erased', cases: [] });
    expect(await personOf('p-1')).toMatchObject({ erased: true });
    await endedCase(handler, 'c-9', 'third-1');
    const missing = await forget('third-1', decision);
    expect(problemSchema.parse(missing.json)).toMatchObject({ status: 422, code: 'invalid-input' });
    expect(missing.text).toContain('body.retentionEndedOn');
  });

  it('given one case that may not let her go, then nothing is recorded, and the refusal lists what must happen first', async () => {
    await twoCases();
    await receive(handler, 'c-3', { applicantRef: 'p-1' });
    await step(handler, 'c-2', 'file-reconsideration', { on: '2024-06-12' });
    const before = await headOfLog();
    const refused = await forget('p-1');
    expect(refused).toMatchObject({ status: 409, json: { code: 'person-still-needed' } });
    expect((refused.json as { cases: unknown }).cases).toMatchObject([
      { caseId: 'c-2', status: 'closed', endedOn: '2024-06-11', until: 'remedies-concluded' },
      { caseId: 'c-3', status: 'in-progress', endedOn: null, until: 'case-ended' },
    ]);
    expect(await headOfLog()).toBe(before);
    expect(await personOf('p-1')).toEqual(ZHANG);
  });

  it.each([
    ['approved by the one who erases', { approvedBy: 'head' }, 'four-eyes'],
    ['in the future', { on: '2024-06-29' }, 'date-in-future'],
    ['before retention ended', { on: '2024-06-19' }, 'date-order'],
    ['retention that ended before one of the cases', { retentionEndedOn: '2024-06-10' }, 'date-order'],
    ['without a reason', { reason: undefined }, 'invalid-input'],
    ['for a reason that is none', { reason: 'boredom' }, 'invalid-input'],
    ['without an approver', { approvedBy: undefined }, 'invalid-input'],
    ['with more than is asked', { personRef: 'third-1' }, 'invalid-input'],
  ])('%s is refused, nothing is recorded', async (_name, changes, code) => {
    await twoCases();
    const before = await headOfLog();
    const refused = await forget('p-1', changes);
    expect(problemSchema.parse(refused.json)).toMatchObject({ status: 422, code });
    expect(await headOfLog()).toBe(before);
    expect(await personOf('p-1')).toEqual(ZHANG);
  });

  it('a refusal of the rules says which case', async () => {
    await twoCases();
    const refused = await forget('p-1', { retentionEndedOn: '2024-06-10' });
    expect(refused.json).toMatchObject({ caseId: 'c-2', detail: expect.stringContaining('案件 c-2：') as unknown });
  });

  it('is for those who may erase a case, in the agency; elsewhere she is as unknown as nobody', async () => {
    await endedCase(handler, 'c-1', 'p-1');
    for (const role of ROLES.filter((one) => one !== 'head' && one !== 'operator')) {
      expect((await forget('p-1', {}, undefined, test.client(role, [AGENCY], `one-${role}`))).status).toBe(403);
    }
    const neighbour = test.client('head', [OTHER_AGENCY], 'neighbour');
    const foreign = await forget('p-1', {}, undefined, neighbour);
    const unknown = await forget('nobody', {}, undefined, neighbour);
    expect(problemSchema.parse(foreign.json)).toMatchObject({ status: 404, detail: '找不到个人信息：p-1' });
    expect(problemSchema.parse(unknown.json)).toMatchObject({ status: 404, detail: '找不到个人信息：nobody' });
    expect(await personOf('p-1')).toEqual(ZHANG);
    expect((await forget('p-1', {}, undefined, test.client('operator'))).status).toBe(200);
  });

  it('the same reference in a case of another agency is somebody else and stays out of it', async () => {
    await endedCase(handler, 'c-1', 'p-1');
    const neighbour = test.client('handler', [OTHER_AGENCY], 'neighbour');
    await receive(neighbour, 'n-1', { applicantRef: 'p-1' }, {}, OTHER_AGENCY);
    expect(forgotten(await forget('p-1'))).toMatchObject({ fate: 'erased', cases: ['c-1'] });
    expect(await erasuresIn('n-1')).toEqual([]);
  });

  it('asked again: the same key or the same decision repeats the answer, another one is refused', async () => {
    await twoCases();
    const first = await forget('p-1', {}, 'key-1');
    const again = await forget('p-1', {}, 'key-1');
    expect(again).toMatchObject({ status: 200, json: first.json, headers: { 'idempotent-replay': 'true' } });
    expect(await forget('p-1', {}, 'key-2')).toMatchObject({ status: 200, json: first.json });
    expect((await forget('p-1', { approvedBy: 'other' }, 'key-1')).json).toMatchObject({ code: 'command-id-reused' });
    const other = await forget('p-1', { approvedBy: 'other' }, 'key-3');
    expect(other).toMatchObject({ status: 409, json: { code: 'already-erased', erasedOn: '2024-06-28' } });
    expect(await erasuresIn('c-1')).toHaveLength(1);
    expect(await erasuresIn('c-2')).toHaveLength(1);
  });

  it('of two at once one is carried out, the other told; one event in every case', async () => {
    await twoCases();
    const answers = await Promise.all([forget('p-1', {}, 'a'), forget('p-1', { approvedBy: 'other' }, 'b')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const same = await Promise.all([forget('third-1', {}, 'c'), forget('third-1', {}, 'c')]);
    expect(same.map(({ status }) => status)).toEqual([200, 200]);
    expect((await erasuresIn('c-1')).length + (await erasuresIn('c-2')).length).toBe(3);
    expect(await damageOfLog(test.dataDir)).toBeUndefined();
  });

  it('given no master key, then it is unavailable and nothing is recorded', async () => {
    await twoCases();
    await test.restart();
    head = test.client('head');
    const before = await headOfLog();
    expect(await forget('p-1')).toMatchObject({ status: 503, json: { code: 'vault-not-configured' } });
    expect(await headOfLog()).toBe(before);
  });
});
