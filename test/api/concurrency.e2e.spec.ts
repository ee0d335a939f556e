import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, ApiClient } from './support/api-client.js';
import { receive } from './support/seed-cases.js';
import { AGENCY, TestServer } from './support/test-server.js';

const CLIENTS = 64;
const ROUNDS = 6;

const consultation = (client: number, round: number) => ({
  on: '2024-06-10',
  partyRef: `party-${client}-${round}`,
  consultationId: `consultation-${client}-${round}`,
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
