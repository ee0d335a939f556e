import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkReport, type ReportFigures } from '#statistics';
import { figuresOf } from './figures-of.js';
import { readPublishedReport } from './read-published-report.js';
import { documentOfHtml, documentOfText } from './testkit/document-of.js';

/** What the README of the reports says of each: the rules that fail, the figures of the running text. */
const REPORTS = [
  { name: '2022-songzhuang-zhen.txt', agency: '送庄镇人民政府', fails: [], stated: { new: 0 } },
  { name: '2023-huaian-hongze-qu.txt', agency: '洪泽区人民政府', fails: ['V4'], stated: { new: 21, feePaidFen: 0 } },
  {
    name: '2024-huaian-hongze-qu.txt',
    agency: '淮安市洪泽区人民政府',
    fails: [],
    stated: { ownLevelNew: 17, feePaidFen: 0 },
  },
  {
    name: '2024-shanghai-stcsm.txt',
    agency: '上海市科委',
    fails: [],
    stated: {
      new: 34,
      carriedIn: 2,
      granted: 9,
      partial: 0,
      refused: 2,
      unable: 10,
      notProcessed: 0,
      other: 14,
      carriedOut: 1,
    },
  },
  { name: '2023-shuyang-fagaiju.html', agency: '沭阳县发展和改革局', fails: [], stated: { new: 26 } },
];

const file = (name: string) => readFileSync(`test/fixtures/reports/${name}`, 'utf8');
const read = (name: string) =>
  readPublishedReport(name.endsWith('.html') ? documentOfHtml(file(name)) : documentOfText(file(name)));

const failing = (figures: ReportFigures, lastYear: ReportFigures | null) =>
  checkReport({ figures, lastYear, partition: null, origin: 'published', scope: 'own' })
    .filter(({ status }) => status === 'failed')
    .map(({ rule }) => rule);

describe.each(REPORTS)('$name', ({ name, agency, fails, stated }) => {
  const published = JSON.parse(file(name.replace(/\.\w+$/, '.json'))) as Record<string, unknown>;

  it('has every cell that was published, and nothing is left unread', () => {
    const report = read(name);
    // Table 2 of the HTML page is not in the excerpt.
    expect(report.table2).toEqual(name.endsWith('.html') ? null : published['table2']);
    expect(report.table3).toEqual(published['table3']);
    expect(report.table4).toEqual(published['table4']);
    expect(report).toMatchObject({ agency, form: '2021', year: Number(name.slice(0, 4)), unread: [] });
    expect(report.otherAsOneRow).toBe('other.all' in (published['table3'] as object));
  });

  it('has the figures of its running text', () => {
    expect(Object.fromEntries(read(name).narrative.map(({ key, value }) => [key, value]))).toEqual(stated);
  });

  it('fails the rules that it is known to fail, and no other', () => {
    expect(failing(figuresOf(read(name), 0), null)).toEqual(fails);
  });
});

describe('two reports of one agency on years that follow each other', () => {
  it('agree on what was carried over and on documents in force', () => {
    const [last, now] = [read('2023-huaian-hongze-qu.txt'), read('2024-huaian-hongze-qu.txt')];
    expect(failing(figuresOf(now, 2024), figuresOf(last, 2023))).toEqual([]);
  });
});
