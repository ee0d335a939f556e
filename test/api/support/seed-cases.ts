import type { ApiClient } from './api-client.js';
import { APPLICATION } from './bodies.js';
import { AGENCY, OTHER_AGENCY, type TestServer } from './test-server.js';

/**
 * One case in every status that the tests of refusals need, named for it: `open-1` in progress, `internet-1` awaiting
 * confirmation, `waiting-1` awaiting correction, `extended-1`, `proposed-1`, `closed-1`; and `other-1` of the other agency.
 */
export async function seedCases(test: TestServer): Promise<void> {
  const handler = test.client('handler');
  const reviewer = test.client('reviewer');
  const proposal = { on: '2024-06-12', outcome: 'granted_provided' };

  await receive(handler, 'open-1', {}, { 'idempotency-key': 'open-1' });
  await receive(handler, 'internet-1', { channel: 'internet' });
  await receive(handler, 'waiting-1');
  await step(handler, 'waiting-1', 'request-correction', {
    on: '2024-06-05',
    items: ['identity'],
    correctBy: '2024-06-20',
  });
  await receive(handler, 'extended-1');
  await step(handler, 'extended-1', 'extend-deadline', { on: '2024-06-10', workingDays: 5, approvedBy: 'head' });
  await receive(handler, 'proposed-1');
  await step(handler, 'proposed-1', 'propose-decision', proposal);
  await receive(handler, 'closed-1');
  await step(handler, 'closed-1', 'propose-decision', proposal);
  await step(reviewer, 'closed-1', 'review-decision', { on: '2024-06-14', result: 'approved' });
  await step(handler, 'closed-1', 'dispatch-reply', {
    on: '2024-06-20',
    mode: 'direct',
    document: { number: '答复〔2024〕1号' },
  });
  const neighbour = test.client('handler', [OTHER_AGENCY], 'neighbour');
  await receive(neighbour, 'other-1', {}, {}, OTHER_AGENCY);
}

/** Registers a case, or says why not. */
export async function receive(
  client: ApiClient,
  caseId: string,
  changes: object = {},
  headers: Readonly<Record<string, string>> = {},
  agency = AGENCY,
): Promise<void> {
  const answer = await client.post(`/agencies/${agency}/cases`, { ...APPLICATION, ...changes, caseId }, headers);
  if (answer.status !== 201) throw new Error(`receiving ${caseId}: ${answer.text}`);
}

/** Records a step, or says why not. */
export async function step(client: ApiClient, caseId: string, name: string, body: unknown): Promise<void> {
  const answer = await client.post(`/cases/${caseId}/${name}`, body);
  if (answer.status !== 200) throw new Error(`${name} of ${caseId}: ${answer.text}`);
}
