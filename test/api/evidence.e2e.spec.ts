import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { ApiClient } from './support/api-client.js';
import { close2023 } from './support/close-year.js';
import { receive } from './support/seed-cases.js';
import { TestServer } from './support/test-server.js';

/** The lines of a bundle, once its seal has proved that nothing is missing. */
function sealed(text: string): readonly Record<string, unknown>[] {
  const lines = text.split('\n').slice(0, -1);
  const body = text.slice(0, text.length - (lines.at(-1)?.length ?? 0) - 1);
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(parsed.at(-1)).toEqual({ seal: createHash('sha256').update(body).digest('hex') });
  return parsed;
}

/** Names of the streams whose events are in a bundle. */
function streamsIn(lines: readonly Record<string, unknown>[]): readonly string[] {
  return lines.flatMap(({ stream }) => (stream === undefined ? [] : [(stream as { readonly name: string }).name]));
}

describe('evidence over HTTP', () => {
  let test: TestServer;
  let handler: ApiClient;
  let auditor: ApiClient;

  beforeAll(async () => {
    test = await TestServer.start();
    handler = test.client('handler');
    auditor = test.client('auditor');
    await receive(handler, 'c-1', { on: '2023-11-01' });
    await close2023(handler, test.client('head'));
  });
  afterAll(() => test.stop());

  it('of a case: a file, sealed, with the events of the case; the same bytes for the same position', async () => {
    const position = await test.server.office.store.head();
    const first = await auditor.get('/cases/c-1/evidence');
    expect(first).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/x-ndjson',
        'content-disposition': 'attachment; filename="case-c-1.gongkai-evidence.jsonl"',
      },
    });
    const [header, ...lines] = sealed(first.text);
    expect(header).toMatchObject({ format: 'gongkai/evidence/2', kind: 'case', caseId: 'c-1' });
    expect(streamsIn(lines)).toContain('case-c-1');

    await receive(handler, 'c-2', { on: '2024-05-06' });
    expect((await auditor.get(`/cases/c-1/evidence?knownAt=${position}`)).text).toBe(first.text);
    expect((await auditor.get('/cases/c-1/evidence')).text).not.toBe(first.text);
  });

  it('of a closed year: the same bytes whatever was recorded since', async () => {
    const path = '/agencies/songzhuang/years/2023/evidence';
    const first = await auditor.get(path);
    expect(first.headers['content-disposition']).toContain('year-songzhuang-2023-1.gongkai-evidence.jsonl');
    const [header, ...lines] = sealed(first.text);
    expect(header).toMatchObject({ kind: 'year', agency: 'songzhuang', year: 2023, edition: 1 });
    expect(streamsIn(lines)).toEqual(expect.arrayContaining(['case-c-1', 'books-songzhuang-2023']));
    await receive(handler, 'c-3', { on: '2023-12-04' });
    expect((await auditor.get(`${path}?edition=1`)).text).toBe(first.text);
    expect(await auditor.get(`${path}?edition=2`)).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });
});
