import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readPublishedReport } from './read-published-report.js';
import { documentOfHtml, documentOfText } from './testkit/document-of.js';

const REPORTS = [
  '2022-songzhuang-zhen.txt',
  '2023-huaian-hongze-qu.txt',
  '2024-huaian-hongze-qu.txt',
  '2024-shanghai-stcsm.txt',
  '2023-shuyang-fagaiju.html',
];

const file = (name: string) => readFileSync(`test/fixtures/reports/${name}`, 'utf8');

describe.each(REPORTS)('%s', (name) => {
  const text = file(name);
  const report = readPublishedReport(name.endsWith('.html') ? documentOfHtml(text) : documentOfText(text));
  const published = JSON.parse(file(name.replace(/\.\w+$/, '.json'))) as Record<string, unknown>;

  it('has every cell that was published', () => {
    if (name.endsWith('.txt')) expect(report.table2).toEqual(published['table2']);
    expect(report.table3).toEqual(published['table3']);
    expect(report.table4).toEqual(published['table4']);
    expect(report.year).toEqual(published['year']);
    expect(report.form).toEqual(published['format']);
    expect(report.unread).toEqual([]);
  });
});
