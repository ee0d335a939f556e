import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  cellKey,
  cell3,
  cell4,
  TABLE3_COLUMNS,
  TABLE4_BLOCKS,
  TABLE4_COLUMNS,
  table3Rows,
  type Figure,
} from '#statistics';
import { readPublishedFile } from './index.js';
import { toGb18030 } from './testkit/gb18030.js';
import { toDocx, toXlsx } from './testkit/render-office.js';
import { toHtml, toMarkdown } from './testkit/render-text.js';
import { blocksOf, type Print, type TestBlock } from './testkit/sheet-of-figures.js';

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 14_000 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const rowOf = (length: number) => fc.array(figure, { minLength: length, maxLength: length });

const report = fc.record({
  form: fc.constantFrom('2019' as const, '2021' as const),
  rows: fc.array(rowOf(TABLE3_COLUMNS.length), { minLength: 26, maxLength: 26 }),
  blocks: fc.tuple(rowOf(5), rowOf(5), rowOf(5)),
});

const PRINTS: readonly Print[] = [
  (value) => (value === null ? '' : String(value)),
  (value) =>
    value === null ? ' ' : String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
];

const FORMATS: readonly (readonly [string, (blocks: readonly TestBlock[]) => Buffer | Promise<Buffer>, number])[] = [
  ['HTML', toHtml, 15],
  ['HTML in GB18030', (blocks) => toGb18030(toHtml(blocks).toString()), 5],
  ['Markdown', toMarkdown, 15],
  ['XLSX', (blocks) => toXlsx(blocks), 10],
  ['DOCX', toDocx, 5],
];

describe('random figures in the official forms', () => {
  it.each(FORMATS)('as %s: every cell is read as rendered, or told to be unread', async (_name, render, numRuns) => {
    await fc.assert(
      fc.asyncProperty(report, fc.constantFrom(...PRINTS), async ({ form, rows, blocks }, print) => {
        const table3 = Object.fromEntries(table3Rows(form).map((row, index) => [row, rows[index]!]));
        const table4 = { review: blocks[0], suitDirect: blocks[1], suitAfterReview: blocks[2] };
        const file = await render(
          blocksOf(
            '某县人民政府2023年政府信息公开工作年度报告',
            [],
            { year: 2023, form, table2: null, table3, table4 },
            print,
          ),
        );
        const { report: read } = await readPublishedFile({ name: 'x', bytes: file });
        const unread = new Set(read.unread.flatMap(({ cell }) => (cell === null ? [] : [cellKey(cell)])));
        const isUnread = (table: 3 | 4, row: string, key: string) =>
          unread.has(key) ||
          read.unread.some((one) => one.table === table && one.cell === null && (one.row === null || one.row === row));
        const same = (table: 3 | 4, row: string, key: string, was: Figure, is: Figure | undefined) => {
          if (!isUnread(table, row, key)) expect([key, is]).toEqual([key, was]);
        };
        for (const row of table3Rows(form)) {
          TABLE3_COLUMNS.forEach((column, at) =>
            same(3, row, cellKey(cell3(row, column)), table3[row]![at]!, read.table3?.[row]?.[at]),
          );
        }
        for (const block of TABLE4_BLOCKS) {
          TABLE4_COLUMNS.forEach((column, at) =>
            same(4, block, cellKey(cell4(block, column)), table4[block][at]!, read.table4?.[block][at]),
          );
        }
      }),
      { numRuns },
    );
  });
});
