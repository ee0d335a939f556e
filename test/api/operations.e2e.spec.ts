import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenStore } from '#access';
import { SOFTWARE_VERSION } from '#office';
import { ApiClient, problemSchema } from './support/api-client.js';
import { APPLICATION } from './support/bodies.js';
import { ChildServer } from './support/child-server.js';
import { TestServer } from './support/test-server.js';

describe('for those who run the service', () => {
  let test: TestServer;
  afterEach(() => test.stop());

  it('given a service that is well, then live, ready and version say so to anybody', async () => {
    test = await TestServer.start();
    const stranger = test.stranger();
    expect(await stranger.get('/health/live')).toMatchObject({ status: 200, json: { status: 'ok' } });
    expect((await stranger.get('/version')).json).toEqual({ name: 'gongkai', version: SOFTWARE_VERSION });
    const ready = await stranger.get('/health/ready');
    expect(ready).toMatchObject({ status: 200, json: { status: 'ok' } });
    expect(ready.text).toContain('"name":"statistics"');
  });

  it('when the projections stop, then readiness is red and names them, and the process is still alive', async () => {
    test = await TestServer.start();
    await test.server.office.projections?.stop();
    const stranger = test.stranger();
    const red = await stranger.get('/health/ready');
    expect(red).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    const problem = problemSchema.parse(red.json);
    expect(problem).toMatchObject({ code: 'not-ready', status: 503 });
    expect(problem['details']).toMatchObject({
      projections: {
        status: 'down',
        projections: [expect.objectContaining({ state: 'stopped', ready: false }), expect.anything()],
      },
    });
    expect(problem['details']).toMatchObject({ drift: { status: 'up' } });
    expect((await stranger.get('/health/live')).status).toBe(200);
  });

  it('when somebody asks too often, then 429 with Retry-After, for that person only', async () => {
    test = await TestServer.start({ rateLimit: 5, anonymousRateLimit: 3 });
    const auditor = test.client('auditor', '*');
    const statuses: number[] = [];
    for (let n = 0; n < 7; n++) statuses.push((await auditor.get('/agencies')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = await auditor.get('/agencies');
    expect(problemSchema.parse(refused.json).code).toBe('too-many-requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await test.client('head').get('/agencies')).status).toBe(200);
    const stranger = test.stranger();
    const strange: number[] = [];
    for (let n = 0; n < 5; n++) strange.push((await stranger.get('/agencies')).status);
    expect(strange).toEqual([401, 401, 401, 429, 429]);
    expect((await stranger.get('/health/live')).status).toBe(200);
  });

  it('when the store cannot write, then 503 that promises nothing', async () => {
    test = await TestServer.start();
    const handler = test.client('handler');
    expect((await handler.post('/agencies/songzhuang/cases', { ...APPLICATION, caseId: 'c-1' })).status).toBe(201);
    await test.server.office.store.close();
    const answer = await handler.post('/agencies/songzhuang/cases', { ...APPLICATION, caseId: 'c-2' });
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(problemSchema.parse(answer.json).status).toBe(503);
  });
});

describe('the log of the service', () => {
  let dataDir: string;
  let child: ChildServer;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-log-'));
    child = new ChildServer(dataDir);
  });
  afterEach(async () => {
    child.signal('SIGKILL');
    await child.ended;
    rmSync(dataDir, { recursive: true });
  });

  it('is JSON, one line per request with its id, and holds nothing that was sent', async () => {
    const url = await child.url();
    const tokens = new TokenStore(join(dataDir, 'access.db'));
    const { token } = tokens.create(
      { staffId: 'li', role: 'handler', agencies: '*', expiresAt: '2099-01-01T00:00:00.000Z' },
      '2024-01-01T00:00:00.000Z',
    );
    tokens.close();
    const client = new ApiClient(url, token);
    const secrets = ['SECRET-BODY', 'SECRET-KEY', 'SECRET-QUERY', 'SECRET-PATH', 'SECRET-HEADER'];
    const kept = await client.post(
      '/agencies/nowhere/cases',
      { ...APPLICATION, applicantRef: 'SECRET-BODY' },
      { 'x-request-id': 'kept-1', 'idempotency-key': 'SECRET-KEY', 'x-anything': 'SECRET-HEADER' },
    );
    await client.get('/worklist?agency=SECRET-QUERY');
    await client.get('/cases/SECRET-PATH');
    await client.get('/SECRET-PATH');
    const replaced = await client.get('/version', { 'x-request-id': 'not harmless' });
    client.close();
    child.signal('SIGTERM');
    await child.ended;

    expect(kept.headers['x-request-id']).toBe('kept-1');
    expect(replaced.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    const lines = child.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({
        requestId: 'kept-1',
        method: 'POST',
        route: '/agencies/:agency/cases',
        status: 404,
        actor: 'li',
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ requestId: replaced.headers['x-request-id'], route: '/version', status: 200 }),
    );
    for (const secret of [...secrets, token]) expect(child.log.join('\n')).not.toContain(secret);
  });
});
