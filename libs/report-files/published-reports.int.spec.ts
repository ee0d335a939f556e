import { describe, expect, it } from '@jest/globals';
import { lintReports, lintDocument, readPublishedFile } from './index.js';
import { bytesOf, expectedOf, REPORTS, type Expected } from './testkit/fixtures.js';
import { toDocx, toXlsx } from './testkit/render-office.js';
import { toPdf } from './testkit/render-pdf.js';
import { toHtml, toMarkdown } from './testkit/render-text.js';
import { blocksOf, type TestBlock } from './testkit/sheet-of-figures.js';

const read = (name: string, bytes: Buffer) => readPublishedFile({ name, bytes });

/** The rules that fail on each, by test/fixtures/reports. */
const FAILING: Readonly<Record<(typeof REPORTS)[number], readonly string[]>> = {
  '2022-songzhuang-zhen.txt': [],
  '2023-huaian-hongze-qu.txt': ['V4'],
  '2024-huaian-hongze-qu.txt': [],
  '2023-shuyang-fagaiju.html': [],
  '2024-shanghai-stcsm.txt': [],
};

describe('published reports, from their files', () => {
  it.each(REPORTS)('%s: every cell as in the data beside it', async (name) => {
    const { report } = await read(name, bytesOf(name));
    const expected = expectedOf(name);
    expect(report.unread).toEqual([]);
    expect(report).toMatchObject({ form: expected.format, year: expected.year, table3: expected.table3 });
    expect(report.table4).toEqual(expected.table4);
    // The file holds no table 2; the data beside it has what another page says.
    if (expected.completeTables.table2) expect(report.table2).toEqual(expected.table2);
  });

  it('fails exactly the rules that it should, with the figures', async () => {
    const files = await Promise.all(REPORTS.map((name) => read(name, bytesOf(name))));
    const linted = lintReports(files);
    const failing = linted.map(({ name, rules }) => [
      name,
      rules.filter(({ status }) => status === 'failed').map(({ rule }) => rule),
    ]);
    expect(Object.fromEntries(failing)).toEqual(FAILING);
    const hongze = linted[1]!.rules.find(({ rule }) => rule === 'V4')!;
    expect(hongze.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/行政复议：.*= 11，而 总计 0/),
      expect.stringMatching(/复议后起诉：.*= 5，而 总计 0/),
    ]);
  });

  it('compares two years of one agency given together: carry-over and documents in force', async () => {
    const files = await Promise.all(
      ['2024-huaian-hongze-qu.txt', '2023-huaian-hongze-qu.txt'].map((name) => read(name, bytesOf(name))),
    );
    const [later, earlier] = lintReports(files);
    const statusOf = (linted: typeof later) =>
      linted?.rules.filter(({ rule }) => rule === 'V5' || rule === 'V12').map(({ status }) => status);
    expect([later?.lastYear, statusOf(later)]).toEqual(['2023-huaian-hongze-qu.txt', ['passed', 'passed']]);
    expect([earlier?.lastYear, statusOf(earlier)]).toEqual([null, ['not-applicable', 'not-applicable']]);
  });

  it('fails V8 where the text says another figure than the table', async () => {
    const changed = bytesOf('2024-shanghai-stcsm.txt')
      .toString()
      .replace('收到政府信息公开申请 34 件', '收到政府信息公开申请 35 件');
    const [linted] = lintReports([await read('x.txt', Buffer.from(changed))]);
    const failed = linted?.rules.filter(({ status }) => status === 'failed');
    expect(failed?.map(({ rule, findings }) => [rule, findings[0]?.message])).toEqual([
      ['V8', expect.stringMatching(/载明 35，而.*为 34/)],
    ]);
  });

  it('tells a blank total apart from a failure', async () => {
    const [linted] = lintReports([await read('x.txt', bytesOf('2024-shanghai-stcsm.txt'))]);
    expect(linted?.blank).toEqual(['table3/carriedOut/total']);
    expect(lintDocument(linted!)).toMatchObject({ status: 'passed', complete: true, id: 'x', format: '2021' });
  });
});

const FORMATS: readonly (readonly [string, (blocks: readonly TestBlock[]) => Buffer | Promise<Buffer>])[] = [
  ['html', toHtml],
  ['md', toMarkdown],
  ['docx', toDocx],
  ['xlsx', (blocks) => toXlsx(blocks)],
  ['xls', (blocks) => toXlsx(blocks, 'biff8')],
  ['pdf', (blocks) => toPdf(blocks)],
];

describe.each(FORMATS)('the same reports as .%s', (ending, render) => {
  it.each(REPORTS)('%s reads back equal', async (name) => {
    const { format, ...expected } = expectedOf(name);
    const file = await render(blocksOf(titleOf(expected), [], { ...expected, form: format }));
    const { kind, report } = await read(`x.${ending}`, file);
    expect(kind).toBe(ending === 'md' ? 'markdown' : ending);
    expect(report).toMatchObject({ form: '2021', agency: expected.agency, year: expected.year });
    // On paper, columns that are blank from top to bottom may leave a table unread, never wrong.
    const isBlankOnPaper = ending === 'pdf' && !expected.completeTables.table2;
    const isUnread = (table: 2 | 3 | 4) => isBlankOnPaper && report.unread.some((each) => each.table === table);
    if (!isUnread(3)) expect(report.table3).toEqual(expected.table3);
    if (!isUnread(4)) expect(report.table4).toEqual(expected.table4);
    if (expected.completeTables.table2) expect(report.table2).toEqual(expected.table2);
    if (!isBlankOnPaper) expect(report.unread).toEqual([]);
  });
});

function titleOf({ agency, year }: Pick<Expected, 'agency' | 'year'>): string {
  return `${agency}${String(year)}年政府信息公开工作年度报告`;
}
