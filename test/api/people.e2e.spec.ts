import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '#kernel';
import { caseErasedAnswer, personAnswer } from '../../apps/api/answers/person-views.js';
import { problemSchema, type Answer, type ApiClient } from './support/api-client.js';
import { endedCase, ERASURE, masterKey, RECORD, ZHANG } from './support/people.js';
import { receive, step } from './support/seed-cases.js';
import { AGENCY, OTHER_AGENCY, TestServer } from './support/test-server.js';

const put = (client: ApiClient, ref: string, body: unknown): Promise<Answer> =>
  client.send('PUT', `/applicants/${ref}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('persons over HTTP', () => {
  let test: TestServer;
  let handler: ApiClient;
  let head: ApiClient;
  beforeEach(async () => {
    test = await TestServer.start({}, masterKey('2024-a'));
    handler = test.client('handler');
    head = test.client('head');
  });
  afterEach(() => test.stop());

  const personOf = async (client: ApiClient, ref: string) =>
    personAnswer.parse((await client.get(`/applicants/${ref}`)).json).person;
  const fatesAfter = async (caseId: string) => {
    const { status, json, text } = await erase(caseId);
    expect({ status, text }).toMatchObject({ status: 200 });
    return caseErasedAnswer.parse(json).persons;
  };
  const erase = (caseId: string) => head.post(`/cases/${caseId}/erase-personal-data`, ERASURE);

  it('are recorded, read back, replaced; the log knows nothing of them', async () => {
    const before = await test.server.office.store.head();
    const recorded = await put(handler, 'p-1', RECORD);
    expect({ status: recorded.status, text: recorded.text }).toMatchObject({ status: 200 });
    expect(personAnswer.parse(recorded.json)).toEqual({ ref: 'p-1', agency: AGENCY, person: ZHANG });
    expect(await put(handler, 'p-1', RECORD)).toMatchObject({ status: 200, text: recorded.text });
    await put(head, 'p-1', { agency: AGENCY, kind: 'applicant', name: '张某某' });
    expect(await personOf(handler, 'p-1')).toEqual({ kind: 'applicant', name: '张某某' });
    expect(await test.server.office.store.head()).toBe(before);
  });

  it('are read by those who handle, decide and review, recorded by those who handle and decide, in the agency only', async () => {
    await put(handler, 'p-1', RECORD);
    for (const role of ROLES) {
      const reads = ['handler', 'head', 'reviewer'].includes(role);
      const records = ['handler', 'head'].includes(role);
      const client = test.client(role, [AGENCY], `one-${role}`);
      expect((await client.get('/applicants/p-1')).status).toBe(reads ? 200 : 403);
      expect((await put(client, 'p-1', RECORD)).status).toBe(records ? 200 : 403);
      const neighbour = test.client(role, [OTHER_AGENCY], `other-${role}`);
      const foreign = await neighbour.get('/applicants/p-1');
      expect(foreign.status).toBe(reads ? 404 : 403);
      if (reads)
        expect(problemSchema.parse(foreign.json)).toMatchObject({ code: 'not-found', detail: '找不到个人信息：p-1' });
      expect((await put(neighbour, 'p-2', RECORD)).status).toBe(403);
    }
    expect(await test.stranger().get('/applicants/p-1')).toMatchObject({ status: 401 });
  });

  it('belong to the agency that recorded them first; an identity number elsewhere is not told', async () => {
    await put(handler, 'p-1', RECORD);
    const neighbour = test.client('handler', [OTHER_AGENCY], 'neighbour');
    const taken = await put(neighbour, 'p-1', { ...RECORD, agency: OTHER_AGENCY });
    expect(taken).toMatchObject({ status: 409, json: { code: 'person-of-other-agency' } });
    const same = await put(neighbour, 'p-9', { ...RECORD, agency: OTHER_AGENCY });
    expect(same).toMatchObject({ status: 409, json: { code: 'vault-identity-in-use' } });
    expect(same.text).not.toContain('p-1');
    const own = await put(handler, 'p-2', RECORD);
    expect(own).toMatchObject({ status: 409, json: { code: 'vault-identity-in-use', personRef: 'p-1' } });
  });

  it.each([
    ['no name', 'p-1', { ...RECORD, name: undefined }, 'body.name'],
    ['a blank name', 'p-1', { ...RECORD, name: '  ' }, 'body.name'],
    ['a name of two lines', 'p-1', { ...RECORD, name: '张\n某' }, 'body.name'],
    ['an identity number that is none', 'p-1', { ...RECORD, identityNumber: '- -' }, 'body.identityNumber'],
    ['an unknown kind', 'p-1', { ...RECORD, kind: 'witness' }, 'body.kind'],
    ['an unknown field', 'p-1', { ...RECORD, birthday: '1990-03-07' }, 'body.birthday'],
    ['no agency', 'p-1', ZHANG, 'body.agency'],
    ['no object', 'p-1', [], 'body'],
    ['an identity number for a reference', '990101199003071234', RECORD, 'path.ref'],
    ['a name for a reference', encodeURIComponent('张三'), RECORD, 'path.ref'],
  ])('%s is refused', async (_name, ref, body, at) => {
    const problem = problemSchema.parse((await put(handler, ref, body)).json);
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input' });
    expect(problem.errors?.map(({ path }) => path)).toContain(at);
    expect(problem.detail).not.toContain('张某某测试');
    expect(await handler.get('/applicants/p-1')).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('when a case is erased after retention, then its applicant is unreadable for ever, and no figure changes', async () => {
    await put(handler, 'p-1', RECORD);
    await endedCase(handler, 'c-1', 'p-1');
    const tables = async () => (await handler.get(`/agencies/${AGENCY}/years/2024`)).json as { figures: object };
    const { figures } = await tables();
    const erased = await erase('c-1');
    expect({ status: erased.status, text: erased.text }).toMatchObject({ status: 200 });
    expect(await personOf(handler, 'p-1')).toEqual({ erased: true, on: '2024-06-28' });
    expect(await put(handler, 'p-1', RECORD)).toMatchObject({ status: 409, json: { code: 'vault-person-erased' } });
    expect((await tables()).figures).toEqual(figures);
    await test.restart(masterKey('2024-a'));
    expect(await personOf(test.client('handler'), 'p-1')).toEqual({ erased: true, on: '2024-06-28' });
  });

  it('who is needed in another case stays until that is erased too; so do third parties', async () => {
    await put(handler, 'p-1', RECORD);
    await put(handler, 'third-1', { agency: AGENCY, kind: 'third-party', name: '李某第三方' });
    await endedCase(handler, 'c-1', 'p-1');
    await receive(handler, 'c-2', { applicantRef: 'p-1' });
    await step(handler, 'c-2', 'consult-third-party', { on: '2024-06-05', partyRef: 'third-1' });
    await step(handler, 'c-2', 'withdraw-application', { on: '2024-06-11', written: true, identityChecked: true });
    expect(await fatesAfter('c-1')).toMatchObject([
      {
        ref: 'p-1',
        fate: 'held',
        erasedOn: null,
        heldBy: [
          {
            caseId: 'c-2',
            status: 'closed',
            endedOn: '2024-06-11',
            until: 'erasure-decided',
            message: expect.stringContaining('保管期限届满之后') as unknown as string,
          },
        ],
        message: expect.stringContaining('c-2') as unknown as string,
      },
    ]);
    expect(await personOf(handler, 'p-1')).toEqual(ZHANG);
    expect(await fatesAfter('c-2')).toMatchObject([
      { ref: 'p-1', fate: 'erased', erasedOn: '2024-06-28', heldBy: [] },
      { ref: 'third-1', fate: 'erased', erasedOn: '2024-06-28', heldBy: [] },
    ]);
    expect(await personOf(handler, 'p-1')).toMatchObject({ erased: true });
    expect(await personOf(handler, 'third-1')).toMatchObject({ erased: true });
  });

  it('the answer says of everybody what still needs them: an open case, a pending remedy, each until when', async () => {
    await put(handler, 'p-1', RECORD);
    await endedCase(handler, 'c-1', 'p-1');
    await receive(handler, 'c-2', { applicantRef: 'p-1' });
    await endedCase(handler, 'c-3', 'p-1');
    await step(handler, 'c-3', 'file-reconsideration', { on: '2024-06-12' });
    await receive(handler, 'c-4', { applicantRef: 'stranger-1' });
    await step(handler, 'c-4', 'withdraw-application', { on: '2024-06-10', written: true, identityChecked: true });
    const [fate] = await fatesAfter('c-1');
    expect(fate?.heldBy.map(({ caseId, endedOn, until }) => [caseId, endedOn, until])).toEqual([
      ['c-2', null, 'case-ended'],
      ['c-3', '2024-06-10', 'remedies-concluded'],
    ]);
    expect(await fatesAfter('c-4')).toMatchObject([{ ref: 'stranger-1', fate: 'not-recorded', heldBy: [] }]);
    await step(handler, 'c-2', 'withdraw-application', { on: '2024-06-11', written: true, identityChecked: true });
    const [now] = await fatesAfter('c-2');
    expect(now?.heldBy.map(({ caseId }) => caseId)).toEqual(['c-3']);
  });

  it('the same reference in a case of another agency is somebody else', async () => {
    await put(handler, 'p-1', RECORD);
    const neighbour = test.client('handler', [OTHER_AGENCY], 'neighbour');
    await receive(neighbour, 'n-1', { applicantRef: 'p-1' }, {}, OTHER_AGENCY);
    const withdrawal = { on: '2024-06-10', written: true, identityChecked: true };
    await step(neighbour, 'n-1', 'withdraw-application', withdrawal);
    const erasing = test.client('head', [OTHER_AGENCY], 'other-head');
    expect((await erasing.post('/cases/n-1/erase-personal-data', ERASURE)).status).toBe(200);
    expect(await personOf(handler, 'p-1')).toEqual(ZHANG);
  });

  it('given a decision that was recorded while the vault was shut, then the next start carries it out', async () => {
    await put(handler, 'p-1', RECORD);
    await endedCase(handler, 'c-1', 'p-1');
    await test.restart();
    head = test.client('head');
    expect(await fatesAfter('c-1')).toMatchObject([{ ref: 'p-1', fate: 'pending', erasedOn: null }]);
    await test.restart(masterKey('2024-a'));
    expect(await personOf(test.client('handler'), 'p-1')).toEqual({ erased: true, on: '2024-06-28' });
  });

  it.each([
    ['no key', {}, 'vault-not-configured'],
    ['a lost key', masterKey('2025-b'), 'vault-key-missing'],
    ['another key under the same name', masterKey('2024-a', 'another'), 'vault-key-wrong'],
    ['a key that is none', { GONGKAI_MASTER_KEY: 'secret' }, 'vault-master-keys-malformed'],
    ['a file that is none', { GONGKAI_MASTER_KEY_FILE: '/nowhere/keys' }, 'vault-master-keys-malformed'],
  ])('given %s, then persons are unavailable, and everything else works', async (_name, environment, code) => {
    await put(handler, 'p-1', RECORD);
    await test.restart(environment);
    handler = test.client('handler');
    const read = await handler.get('/applicants/p-1');
    expect(read).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(problemSchema.parse(read.json).code).toBe(code);
    expect((await put(handler, 'p-2', RECORD)).json).toMatchObject({ code });
    await receive(handler, 'c-1', { applicantRef: 'p-1' });
    expect((await test.stranger().get('/health/ready')).status).toBe(200);
    await test.restart(masterKey('2024-a'));
    expect(await personOf(test.client('handler'), 'p-1')).toEqual(ZHANG);
  });
});
