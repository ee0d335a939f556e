import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ApiClient } from './support/api-client.js';
import { TestServer } from './support/test-server.js';

const report = (name: string) => readFileSync(`test/fixtures/reports/${name}`);
const expected = (name: string) => JSON.parse(report(name).toString()) as Record<string, unknown>;

describe('POST /reports/lint', () => {
  let test: TestServer;
  let client: ApiClient;
  beforeAll(async () => {
    test = await TestServer.start();
    client = test.client('auditor');
  });
  afterAll(() => test.stop());

  const lint = (body: Buffer | string, type: string, query = '', who = client) =>
    who.send('POST', `/reports/lint${query}`, { body, headers: { 'content-type': type } });

  it('given the bytes of a report, then its figures and the rules that fail, and nothing is recorded', async () => {
    const before = await test.server.office.store.head();
    const answer = await lint(report('2023-huaian-hongze-qu.txt'), 'text/plain; charset=utf-8', '?name=hongze.txt');
    const { year, format, table2, table3, table4 } = expected('2023-huaian-hongze-qu.json');
    expect(answer).toMatchObject({
      status: 200,
      json: { file: 'hongze.txt', kind: 'text', status: 'failed', year, format, table2, table3, table4, unread: [] },
    });
    const { rules } = answer.json as { readonly rules: readonly { readonly rule: string; readonly status: string }[] };
    expect(rules.filter(({ status }) => status === 'failed').map(({ rule }) => rule)).toEqual(['V4']);
    expect(await test.server.office.store.head()).toBe(before);
  });

  it('given any media type that is taken, then the kind is told by the bytes', async () => {
    for (const type of ['application/octet-stream', 'text/html', 'application/pdf']) {
      const answer = await lint(report('2023-shuyang-fagaiju.html'), type);
      expect(answer).toMatchObject({ status: 200, json: { kind: 'html', status: 'passed', table4: null } });
    }
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'application/pdf', 400, 'file-empty'],
    ['rubbish', Buffer.from('00ff13370badf00d', 'hex'), 'application/octet-stream', 400, 'encoding-unknown'],
    ['a text that is no report', Buffer.from('通知'), 'text/plain', 400, 'report-not-found'],
    ['more than a file may have', Buffer.alloc(33 * 1_048_576), 'application/octet-stream', 413, 'body-too-large'],
    ['JSON', '{"a":1}', 'application/json', 415, 'unsupported-media-type'],
    ['a form', 'a=1', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
  ])('given %s, then a problem', async (_what, body, type, status, code) => {
    expect(await lint(body, type)).toMatchObject({ status, json: { code } });
  });

  it('given nobody, then 401 and the body is not looked at', async () => {
    const answer = await lint(Buffer.from('x'), 'application/pdf', '', test.stranger());
    expect(answer).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
  });

  it('given a file for another address, then 415 as ever', async () => {
    const answer = await client.send('POST', '/agencies', { body: 'x', headers: { 'content-type': 'text/plain' } });
    expect(answer).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' } });
  });

  it('given a file that breaks, then the next one is read all the same', async () => {
    const deep = await lint(Buffer.from('<div>'.repeat(100_000)), 'text/html');
    expect(deep).toMatchObject({ status: 400, json: { code: 'file-too-complex' } });
    expect((await lint(report('2022-songzhuang-zhen.txt'), 'text/plain')).status).toBe(200);
  });
});
