import { describe, expect, it } from '@jest/globals';
import type { Block } from '../document.js';
import { readPublishedReport } from '../read-published-report.js';
import { distinct, rowsText, tabled } from '../testkit/distinct-report.js';
import { documentOfHtml, documentOfText } from '../testkit/document-of.js';

const TABLE = documentOfText(tabled(rowsText(distinct()))).blocks;
const TITLE = '示例市水务局2024年政府信息公开工作年度报告';

/** Whose report it is when tables of HTML stand before table 3. */
function identity(...tables: readonly string[]) {
  const before: readonly Block[] = documentOfHtml(tables.map((rows) => `<table>${rows}</table>`).join('')).blocks;
  const { agency, year, unread } = readPublishedReport({ blocks: [...before, ...TABLE] });
  return { agency, year, unread: unread.map(({ text }) => text) };
}

const row = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const FOUND = { agency: '示例市水务局', year: 2024, unread: [] };
const NOTHING = { agency: null, year: null, unread: [] };

describe('the title of a report in a grid', () => {
  it.each([
    ['in a merged cell', [`<tr><td colspan="8">${TITLE}</td></tr>`]],
    ['beside blank cells', [row('', TITLE, ' ')]],
    ['over two rows', [row('示例市水务局2024年', '') + row('政府信息公开工作年度报告', '')]],
    ['with the agency in the row before', [row('示例市水务局') + row('2024年政府信息公开工作年度报告')]],
    ['on every sheet', [row(TITLE), row(TITLE)]],
    ['with the year behind it', [row('示例市水务局政府信息公开工作年度报告（2024年度）')]],
  ])('is read %s', (_where, tables) => {
    expect(identity(...tables)).toEqual(FOUND);
  });

  it.each([
    ['a title beside other cells', [row('报告名称', TITLE)]],
    ['a text beside a label that reaches down', [`<tr><td rowspan="2">链接</td><td>a</td></tr>${row(TITLE)}`]],
    ['a label', [row('示例市2024年政府信息公开工作年度报告发布数量')]],
    ['the head of a table', [row('示例市2024年政府信息公开工作年度报告统计表')]],
    ['a sentence', [row('根据要求编制示例市水务局2024年政府信息公开工作年度报告。')]],
  ])('is not taken from %s', (_where, tables) => {
    expect(identity(...tables)).toEqual(NOTHING);
  });

  it('is not taken from a table of the report', () => {
    const after = documentOfHtml(`<table>${row(TITLE)}</table>`).blocks;
    expect(readPublishedReport({ blocks: [...TABLE, ...after] })).toMatchObject({ agency: null, year: null });
  });

  it('is unknown where two differ, and both are told', () => {
    const other = '示例市水利局2023年政府信息公开工作年度报告';
    expect(identity(row(TITLE), row(other))).toEqual({
      agency: null,
      year: null,
      unread: ['2024、2023', '示例市水务局、示例市水利局'],
    });
  });
});
