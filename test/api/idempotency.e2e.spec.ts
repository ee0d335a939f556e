import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from './support/api-client.js';
import { APPLICATION } from './support/bodies.js';
import { TestServer } from './support/test-server.js';

const CASES = '/agencies/songzhuang/cases';
const EXTENSION = { on: '2024-06-10', workingDays: 5, approvedBy: 'head' };

describe('a command sent again', () => {
  let test: TestServer;
  let handler: ApiClient;

  beforeAll(async () => {
    test = await TestServer.start();
    handler = test.client('handler');
  });
  afterAll(() => test.stop());

  it('answers the same, says that it is a replay, and records nothing', async () => {
    const first = await handler.post(CASES, APPLICATION, { 'idempotency-key': 'r-1' });
    const head = await test.server.office.store.head();
    const again = await handler.post(CASES, APPLICATION, { 'idempotency-key': 'r-1' });
    expect(first.headers['idempotent-replay']).toBeUndefined();
    expect(again).toMatchObject({
      status: 201,
      text: first.text,
      headers: { 'idempotent-replay': 'true', etag: '"0"', location: first.headers.location },
    });
    expect(await test.server.office.store.head()).toBe(head);
  });

  it('answers the same when the case has moved on, and when If-Match is out of date by now', async () => {
    const sent = await handler.post(CASES, { ...APPLICATION, caseId: 'm-1' }, { 'idempotency-key': 'm-1' });
    const extended = await handler.post('/cases/m-1/extend-deadline', EXTENSION, {
      'idempotency-key': 'm-2',
      'if-match': '"0"',
    });
    expect([sent.status, extended.status]).toEqual([201, 200]);
    const again = await handler.post('/cases/m-1/extend-deadline', EXTENSION, {
      'idempotency-key': 'm-2',
      'if-match': '"0"',
    });
    expect(again).toMatchObject({
      status: 200,
      text: extended.text,
      headers: { etag: '"1"', 'idempotent-replay': 'true' },
    });
    const born = await handler.post(CASES, { ...APPLICATION, caseId: 'm-1' }, { 'idempotency-key': 'm-1' });
    expect(born).toMatchObject({
      status: 201,
      headers: { etag: '"0"', 'idempotent-replay': 'true' },
      json: { revision: 0 },
    });
  });

  it('takes effect once when it is sent fifty times at once', async () => {
    const body = { ...APPLICATION, caseId: 'once' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => handler.post(CASES, body, { 'idempotency-key': 'once' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replay'] === undefined)).toHaveLength(1);
    expect(await test.server.office.store.read('case-once')).toHaveLength(1);
  });

  it('belongs to one person: the same key of somebody else is another command', async () => {
    const other = test.client('handler', ['songzhuang'], 'second-handler');
    const key = { 'idempotency-key': 'shared' };
    expect((await handler.post(CASES, { ...APPLICATION, caseId: 's-1' }, key)).status).toBe(201);
    expect((await other.post(CASES, { ...APPLICATION, caseId: 's-2' }, key)).status).toBe(201);
  });
});
