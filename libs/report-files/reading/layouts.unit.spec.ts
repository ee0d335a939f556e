import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GridCell } from '#annual-report';
import { toDocx, toXlsx } from '../testkit/render-office.js';
import { toHtml, toMarkdown } from '../testkit/render-text.js';
import type { TestBlock, TestGrid } from '../testkit/sheet-of-figures.js';
import { readReportFile } from './read-report-file.js';

/** Texts that cells of reports hold, and such that a renderer has to escape. */
const text = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.constantFrom(
    '',
    '0',
    '/',
    '-',
    '７',
    '甲 乙',
    '<b>&x',
    'a|b',
    '22(其中修订16件)',
    '社会\n公益\n组织',
    '一、本年新收',
  ),
);

/** Random tables with merged cells: a grid of bands of rows, each cut into cells of random widths. */
const grid: fc.Arbitrary<TestGrid> = fc
  .tuple(
    fc.integer({ min: 2, max: 7 }),
    fc.array(
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(fc.tuple(fc.boolean(), text), { minLength: 7, maxLength: 7 })),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  )
  .map(([columns, bands]) => {
    const cells: GridCell[] = [];
    let row = 0;
    for (const [height, cuts] of bands) {
      let column = 0;
      while (column < columns) {
        let end = column + 1;
        while (end < columns && cuts[end]?.[0] === true) end++;
        const words = cuts[column]?.[1] ?? '';
        // The first cell of a band reaches down; beside it every row has its own cells.
        if (column === 0 && end < columns) cells.push(cell(row, 0, height, end, words));
        else for (let down = 0; down < height; down++) cells.push(cell(row + down, column, 1, end - column, words));
        column = end;
      }
      row += height;
    }
    return { rows: row, columns, cells: inOrder(cells) };
  })
  // A row in which only an earlier cell reaches down holds no cell; HTML and DOCX cannot say so.
  .filter(({ rows, cells }) => Array.from({ length: rows }).every((_, row) => cells.some((one) => one.row === row)));

function cell(row: number, column: number, rowSpan: number, columnSpan: number, words: string): GridCell {
  return { row, column, rowSpan, columnSpan, text: words };
}

function inOrder(cells: readonly GridCell[]): GridCell[] {
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

const AROUND: readonly [TestBlock, TestBlock] = [{ line: '前' }, { line: '后' }];

async function readBack(bytes: Buffer): Promise<readonly GridCell[]> {
  const { document } = await readReportFile({ name: 'x', bytes });
  const grids = document.blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));
  expect(grids).toHaveLength(1);
  return inOrder(grids[0]!.cells);
}

describe('what is read is what was rendered', () => {
  it.each([
    ['HTML', toHtml, 100],
    ['DOCX', toDocx, 25],
  ] as const)('tables with merged cells in %s', async (_format, render, numRuns) => {
    await fc.assert(
      fc.asyncProperty(grid, async (table) => {
        fc.pre(table.cells.length > 1);
        const bytes = await render([AROUND[0], { grid: table }, AROUND[1]]);
        expect(await readBack(bytes)).toEqual(table.cells);
      }),
      { numRuns },
    );
  });

  it('tables in Markdown, merged cells in their first place', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (table) => {
        const read = await readBack(toMarkdown([AROUND[0], { grid: table }, AROUND[1]]));
        expect(read).toHaveLength(table.rows * table.columns);
        const filled = (cells: readonly GridCell[]) =>
          cells.filter((one) => one.text !== '').map(({ row, column, text: words }) => [row, column, words]);
        expect(filled(read)).toEqual(filled(table.cells));
      }),
    );
  });

  it.each(['xlsx', 'biff8'] as const)(
    'every text of a table in a workbook (%s), in the order of its rows and columns',
    async (type) => {
      await fc.assert(
        fc.asyncProperty(grid, async (table) => {
          const shown = table.cells.filter((one) => one.text !== '');
          fc.pre(new Set(shown.map(({ column }) => column)).size > 1);
          const read = (await readBack(toXlsx([AROUND[0], { grid: table }], type))).filter((one) => one.text !== '');
          // Rows and columns with nothing in them are left out; the others keep their order.
          const ranks = (cells: readonly GridCell[], of: (one: GridCell) => number) => {
            const kept = [...new Set(cells.map(of))].sort((a, b) => a - b);
            return cells.map((one) => kept.indexOf(of(one)));
          };
          expect(read.map((one) => one.text)).toEqual(shown.map((one) => one.text));
          expect(read.map((one) => one.row)).toEqual(ranks(shown, (one) => one.row));
          expect(read.map((one) => one.column)).toEqual(ranks(shown, (one) => one.column));
        }),
        { numRuns: 40 },
      );
    },
  );
});
