import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, ApiClient } from './support/api-client.js';
import { APPLICATION } from './support/bodies.js';
import { receive } from './support/seed-cases.js';
import { AGENCY, TestServer } from './support/test-server.js';

const CLIENTS = 64;
const ROUNDS = 6;

const consultation = (client: number, round: number) => ({
  on: '2024-06-10',
  partyRef: `party-${client}-${round}`,
  consultationId: `consultation-${client}-${round}`,
});

const rectification = (client: number) => ({
  on: '2024-06-12',
  revision: 0,
  action: { kind: 'correct', fields: { applicantRef: `applicant-${client}` } },
  reason: 'typing-error',
  approvedBy: 'head-1',
});

describe(`${CLIENTS} clients at once`, () => {
  let test: TestServer;
  let clients: readonly ApiClient[];

  beforeAll(async () => {
    test = await TestServer.start();
    clients = Array.from({ length: CLIENTS }, (_, index) => test.client('handler', [AGENCY], `handler-${index}`));
  });
  afterAll(() => test.stop());

  it('on one case with the same If-Match: one wins each revision, the others get 412 with the state', async () => {
    await receive(clients[0]!, 'contended');
    for (let round = 0; round < ROUNDS; round++) {
      const answers = await everybody((client, index) =>
        client.post('/cases/contended/consult-third-party', consultation(index, round), { 'if-match': `"${round}"` }),
      );
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      expect(won[0]).toMatchObject({ headers: { etag: `"${round + 1}"` }, json: { revision: round + 1 } });
      for (const lost of answers.filter((answer) => answer !== won[0])) {
        expect(lost).toMatchObject({
          status: 412,
          json: {
            code: 'revision-conflict',
            currentRevision: round + 1,
            caseStatus: 'in-progress',
            caseStatusLabel: '办理中',
            allowedSteps: expect.arrayContaining(['consult-third-party']),
          },
        });
      }
      expect(await test.server.office.store.read('case-contended')).toHaveLength(round + 2);
    }
  });

  it('registering one number: one case bears it, the others are refused with 409 and told which case that is', async () => {
    const body = { ...APPLICATION, caseNumber: '收〔2024〕64号' };
    const answers = await everybody((client) => client.post(`/agencies/${AGENCY}/cases`, body));
    const won = answers.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    const { caseId } = won[0]!.json as { caseId: string };
    for (const lost of answers.filter((answer) => answer !== won[0]))
      expect(lost).toMatchObject({
        status: 409,
        json: { code: 'case-number-taken', caseNumber: '收〔2024〕64号', caseId },
      });
  });

  it('on one case without If-Match: a step that can be taken once is taken once, the others are refused with the state', async () => {
    await receive(clients[0]!, 'once-only');
    const answers = await everybody((client) =>
      client.post('/cases/once-only/propose-decision', { on: '2024-06-12', outcome: 'granted_provided' }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, json } of answers.filter((answer) => answer.status !== 200)) {
      expect({ status, json }).toMatchObject({ status: 409, json: { caseStatus: 'decision-proposed' } });
    }
    expect(await test.server.office.store.read('case-once-only')).toHaveLength(2);
  });

  it.each([
    ['without If-Match', {}, 409, 'already-rectified'],
    ['with the same If-Match', { 'if-match': '"0"' }, 412, 'revision-conflict'],
  ] as const)(
    'on one entry, %s: one rectification stands, the others are refused',
    async (_when, headers, status, code) => {
      const caseId = `rectified-${status}`;
      await receive(clients[0]!, caseId);
      const answers = await everybody((client, index) =>
        client.post(`/cases/${caseId}/rectify-entry`, rectification(index), headers),
      );
      const won = answers.filter((answer) => answer.status === 200);
      expect(won).toHaveLength(1);
      for (const lost of answers.filter((answer) => answer !== won[0])) {
        expect(lost).toMatchObject({ status, json: { code, caseStatus: 'in-progress' } });
      }
      const log = await test.server.office.store.read(`case-${caseId}`);
      expect(log.map(({ type }) => type)).toEqual(['case.application-received', 'case.entry-rectified']);
      if (code !== 'already-rectified') return;
      const { json } = await clients[0]!.post(`/cases/${caseId}/rectify-entry`, rectification(0));
      expect(json).toMatchObject({ revision: 0, rectification: 1, allowedActions: ['correct', 'void'] });
      const about = { ...rectification(0), revision: 1, action: { kind: 'void' } };
      expect((await clients[0]!.post(`/cases/${caseId}/rectify-entry`, about)).status).toBe(200);
    },
  );

  it('on one entry of a register: one rectification stands, the others are refused', async () => {
    const fees = await clients[0]!.post(`/agencies/${AGENCY}/register/record-fees`, {
      on: '2024-06-03',
      amountFen: 100,
    });
    const { stream, revision } = fees.json as { stream: string; revision: number };
    const answers = await everybody((client, index) =>
      client.post(`/agencies/${AGENCY}/register/2024/rectify-register-entry`, {
        ...rectification(index),
        revision,
        action: { kind: 'correct', fields: { amountFen: 200 + index } },
      }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, json } of answers.filter((answer) => answer.status !== 200)) {
      expect({ status, json }).toMatchObject({ status: 409, json: { code: 'already-rectified', revision } });
    }
    expect(await test.server.office.store.read(stream)).toHaveLength(revision + 2);
  });

  it('on one number for a new case: one registration wins', async () => {
    const answers = await everybody((client) =>
      client.post(`/agencies/${AGENCY}/cases`, {
        caseId: 'born-once',
        on: '2024-06-03',
        channel: 'in-person',
        applicantRef: 'a',
        applicantKind: 'other',
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array.from({ length: CLIENTS - 1 }, () => 409),
    ]);
  });

  it('on as many cases: no conflict at all', async () => {
    const answers = await everybody(async (client, index) => {
      await receive(client, `own-${index}`);
      const all: Answer[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        all.push(
          await client.post(`/cases/own-${index}/consult-third-party`, consultation(index, round), {
            'if-match': `"${round}"`,
          }),
        );
      }
      return all;
    });
    expect(answers.flat().map(({ status }) => status)).toEqual(Array.from({ length: CLIENTS * ROUNDS }, () => 200));
  });

  function everybody<T>(act: (client: ApiClient, index: number) => Promise<T>): Promise<T[]> {
    return Promise.all(clients.map(act));
  }
});
