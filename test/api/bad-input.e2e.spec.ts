import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { addresses } from './bad-input/addresses.js';
import type { BadRequest, Sender } from './bad-input/bad-request.js';
import { fields } from './bad-input/fields.js';
import { malformedBodies } from './bad-input/malformed-bodies.js';
import { malformedHeaders } from './bad-input/malformed-headers.js';
import { outOfOrder } from './bad-input/out-of-order.js';
import { rectifications } from './bad-input/rectifications.js';
import { badPoints } from './bad-input/points.js';
import { strangers } from './bad-input/strangers.js';
import { problemSchema, type Answer, type ApiClient } from './support/api-client.js';
import { OTHER_AGENCY, TestServer } from './support/test-server.js';
import { seedCases } from './support/seed-cases.js';

const families: readonly (readonly [string, readonly BadRequest[]])[] = [
  ['bodies that cannot be read', malformedBodies],
  ['headers that say nothing usable', malformedHeaders],
  ['people who may not', strangers],
  ['addresses and parameters', addresses],
  ['points in time and states of knowledge', badPoints],
  ['fields', fields],
  ['steps out of order, things done twice', outOfOrder],
  ['rectifications that may not be', rectifications],
];

describe('bad input', () => {
  let test: TestServer;
  let clients: Record<Sender, ApiClient>;
  let before: string;

  beforeAll(async () => {
    test = await TestServer.start();
    await seedCases(test);
    const { tokens } = test.server;
    const made = (expiresAt: `${string}Z`) =>
      tokens.create({ staffId: 'former', role: 'head', agencies: '*', expiresAt }, '2024-01-01T00:00:00.000Z');
    const revoked = made('2030-01-01T00:00:00.000Z');
    tokens.revoke(revoked.record.id, '2024-02-01T00:00:00.000Z');
    clients = {
      handler: test.client('handler'),
      reviewer: test.client('reviewer'),
      head: test.client('head', '*'),
      operator: test.client('operator', '*'),
      auditor: test.client('auditor', '*'),
      neighbour: test.client('handler', [OTHER_AGENCY], 'neighbour'),
      expired: test.stranger(made('2024-02-01T00:00:00.000Z').token),
      revoked: test.stranger(revoked.token),
      nobody: test.stranger(),
    };
    before = await test.server.office.store.head();
  });
  afterAll(() => test.stop());

  it('is tried in more than a hundred ways', () => {
    expect(families.flatMap(([, rows]) => rows).length).toBeGreaterThanOrEqual(200);
  });

  describe.each(families)('%s', (_family, rows) => {
    it.each(rows.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
      const answer = await send(row);
      expect(problemIn(answer)).toEqual({ status: row.status, code: row.code });
      if (row.at !== undefined) expect(pathsIn(answer)).toContain(row.at);
      if (row.code === 'step-not-allowed') expect(answer.json).toMatchObject(stateOf(answer));
      if (row.status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
      if (row.status === 405) expect(answer.headers.allow).toMatch(/GET|POST/);
      expect(answer.text).not.toMatch(/ at .*\.(js|ts):|node_modules|SQLITE/);
      expect(await test.server.office.store.head()).toBe(before);
    });
  });

  it.each([
    ['bytes that are no HTTP', 'GARBAGE\r\n\r\n', 400, 'malformed-request'],
    ['an unknown version of HTTP', 'GET /version HTTP/9.9\r\nHost: x\r\n\r\n', 400, 'malformed-request'],
    [
      'headers of 20 KB',
      `GET /version HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'two lengths (request smuggling)',
      'POST /agencies HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'malformed-request',
    ],
    ['a bare line feed in a header', 'GET /version HTTP/1.1\r\nHost: x\r\nX: a\nb\r\n\r\n', 400, 'malformed-request'],
    ['no host', 'GET /version HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
  ])('answers %s', async (_name, bytes, status, code) => {
    const text = await sendRaw(bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).toMatch(/content-type: application\/problem\+json/i);
    expect(text).toContain(`"code":"${code}"`);
    expect(await test.server.office.store.head()).toBe(before);
  });

  it('leaves the server well', async () => {
    expect((await clients.nobody.get('/health/ready')).status).toBe(200);
    expect((await clients.handler.get('/cases/open-1')).json).toMatchObject({ revision: 0 });
  });

  function send({ from = 'handler', method = 'POST', path, headers, body }: BadRequest): Promise<Answer> {
    const proper = method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const bytes = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return clients[from].send(method, path, {
      headers: { ...proper, ...headers },
      ...(bytes !== undefined && { body: bytes }),
    });
  }

  function sendRaw(bytes: string): Promise<string> {
    const { hostname, port } = new URL(test.server.url);
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.setEncoding('utf8');
      socket.on('data', (chunk: string) => (text += chunk));
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
    });
  }
});

/** Status and code, once the answer has proved to be a proper problem. */
function problemIn({ status, headers, json, text }: Answer): { status: number; code: string } {
  const problem = problemSchema.safeParse(json);
  if (!problem.success) throw new Error(`no problem: ${status} ${text}`);
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(problem.data).toMatchObject({ status, type: `urn:gongkai:error:${problem.data.code}` });
  return { status, code: problem.data.code };
}

function pathsIn({ json }: Answer): readonly string[] {
  return problemSchema.parse(json).errors?.map(({ path }) => path) ?? [];
}

/** What every refused step says: where the case stands and what is allowed. */
function stateOf(_answer: Answer) {
  return {
    caseStatus: expect.any(String),
    caseStatusLabel: expect.stringMatching(/\p{Script=Han}/u),
    allowedSteps: expect.arrayContaining([expect.any(String)]),
  };
}
