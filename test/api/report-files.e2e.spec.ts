import { read } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { reportJsonSchema } from '#annual-report';
import { REPORT_FORMATS, REPORT_MEDIA_TYPES } from '#report-files';
import type { ApiClient } from './support/api-client.js';
import { close2023 } from './support/close-year.js';
import { receive } from './support/seed-cases.js';
import { TestServer, TODAY } from './support/test-server.js';

const REPORT = '/agencies/songzhuang/years/2023/report';

describe('the files of a report over HTTP', () => {
  let test: TestServer;
  let handler: ApiClient;
  let head: ApiClient;
  let auditor: ApiClient;
  const file = (format: string, query = '') => auditor.get(`${REPORT}/files/${format}${query}`);

  beforeAll(async () => {
    test = await TestServer.start();
    [handler, head, auditor] = [test.client('handler'), test.client('head'), test.client('auditor')];
    await receive(handler, 'c-1', { on: '2023-11-01' });
    await close2023(handler, head);
  });
  afterAll(() => test.stop());

  it.each(REPORT_FORMATS)('as %s: a download that says it is a draft', async (format) => {
    const answer = await file(format);
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': REPORT_MEDIA_TYPES[format],
        'content-disposition': `attachment; filename="songzhuang-2023-annual-report-draft.${format}"`,
      },
    });
    expect(answer.bytes.length).toBeGreaterThan(1000);
  });

  it('hold what was recorded, in a form that others can read', async () => {
    expect(reportJsonSchema.parse((await file('json')).json)).toMatchObject({
      agency: 'songzhuang',
      year: 2023,
      status: 'draft',
      tables: { table3: { new: [1, 0, 0, 0, 0, 0, 1], carriedOut: [1, 0, 0, 0, 0, 0, 1] } },
    });
    const { value } = await mammoth.extractRawText({ buffer: (await file('docx')).bytes });
    expect(value).toContain('草稿（尚未定稿）');
    const book = read((await file('xlsx')).bytes);
    expect(book.SheetNames).toHaveLength(3);
    expect((await file('html')).text).toContain('三、收到和处理政府信息公开申请情况');
    expect((await file('pdf')).text.startsWith('%PDF-')).toBe(true);
  });

  it('of an issued report are the same bytes whatever is recorded after', async () => {
    const on = '2024-01-20';
    expect(await head.post(`${REPORT}/set-report-signature`, { on, signedOn: on })).toMatchObject({ status: 200 });
    expect(await head.post(`${REPORT}/issue-report`, { on: TODAY })).toMatchObject({ status: 200 });
    const first = await Promise.all(REPORT_FORMATS.map((format) => file(format)));
    expect(first[0]?.headers['content-disposition']).toContain('songzhuang-2023-annual-report.json');
    expect(first[1]?.text).not.toContain('草稿');
    await receive(handler, 'c-2', { on: '2023-12-04' });
    const again = await Promise.all(REPORT_FORMATS.map((format) => file(format, '?issue=1')));
    expect(again.map(({ bytes }) => bytes.toString('base64'))).toEqual(
      first.map(({ bytes }) => bytes.toString('base64')),
    );
    expect((await file('html', '?issue=draft')).text).toContain('草稿（尚未定稿）');
  });

  it('refuses what there is not', async () => {
    expect(await file('doc')).toMatchObject({ status: 404 });
    expect(await file('pdf', '?issue=7')).toMatchObject({ status: 404, json: { code: 'not-found' } });
    expect(await file('pdf', '?issue=x')).toMatchObject({ status: 422 });
    expect(await auditor.get('/agencies/nobody/years/2023/report/files/pdf')).toMatchObject({ status: 403 });
    expect(await test.stranger().get(`${REPORT}/files/pdf`)).toMatchObject({ status: 401 });
  });
});
