import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TABLE3_COLUMNS, TABLE4_BLOCKS } from '#statistics';
import type { Block, ReportDocument } from './document.js';
import type { PublishedReport } from './published-report.js';
import { readPublishedReport } from './read-published-report.js';
import { Choices } from './testkit/choices.js';
import { positionedTable4 } from './testkit/table4-positions.js';
import { oneALine } from './testkit/one-a-line.js';
import { line, randomGrids, tornGrids } from './testkit/grid-layouts.js';
import { pipeTable3, pipeTable4, randomManner } from './testkit/pipe-text.js';
import { randomReport, type RenderedReport } from './testkit/random-report.js';
import { randomTable2, type RenderedTable2 } from './testkit/table2-layouts.js';
import { randomStyle, type Style } from './testkit/style.js';
import {
  cellByCell,
  oneLine,
  pdfText,
  positioned,
  tabbed,
  type Hostility,
  table4Text,
} from './testkit/text-layouts.js';

/** Runs for each layout; more by hand: LAYOUT_RUNS=500. */
const RUNS = Number(process.env['LAYOUT_RUNS'] ?? '20');

interface Rendered {
  readonly report: RenderedReport;
  readonly blocks: readonly Block[];
  readonly table2: RenderedTable2;
}

const lines = (texts: readonly string[]): readonly Block[] => texts.map(line);
const seeded = (render: (choices: Choices) => Rendered) => fc.integer().map((seed) => render(new Choices(seed)));

type Layout = (report: RenderedReport, style: Style, choices: Choices) => readonly Block[];
type Blanks = Parameters<typeof randomReport>[1];

const rendering =
  (blanks: readonly Blanks[], table3: Layout, isDamaged = false) =>
  (choices: Choices): Rendered => {
    const report = randomReport(choices, choices.of(blanks));
    const style = randomStyle(choices, !blanks.includes('none') || isDamaged);
    const table2 = randomTable2(report, style, choices, !blanks.includes('none'));
    const table4 = choices.once(3)
      ? positionedTable4(report, style, choices)
      : lines(table4Text(report, style, choices));
    return { report, table2: table2.table, blocks: [...table2.blocks, ...table3(report, style, choices), ...table4] };
  };

/** Every table between pipes, in one manner. */
const inPipes =
  (blanks: readonly Blanks[]) =>
  (choices: Choices): Rendered => {
    const report = randomReport(choices, choices.of(blanks));
    const style = randomStyle(choices, !blanks.includes('none'));
    const manner = randomManner(choices);
    const table2 = randomTable2(report, style, choices, !blanks.includes('none'), manner);
    const others = [...pipeTable3(report, style, manner), ...pipeTable4(report, style, manner)];
    return { report, table2: table2.table, blocks: [...table2.blocks, ...lines(others)] };
  };

const inPdf =
  (hostility: Hostility): Layout =>
  (report, style, choices) =>
    lines(pdfText(report, style, choices, hostility));

const IN_LINES: Layout = (report, style, choices) => lines(cellByCell(report, style, choices));
const IN_ONE_LINE: Layout = (report, style) => lines(oneLine(report, style));
const ONE_A_LINE =
  (isDamaged: boolean): Layout =>
  (report, style, choices) =>
    lines(oneALine(report, style, choices, isDamaged));
const BY_TABS: Layout = (report, style, choices) => lines(tabbed(report, style, choices));
const FULL = ['none'] as const;
const BLANKS = ['some', 'organisations'] as const;

/** Layouts in which everything can be told. */
const BENIGN_LAYOUTS: Readonly<Record<string, (choices: Choices) => Rendered>> = {
  'text of a PDF': rendering(FULL, inPdf({ damages: false, bareNumbers: false })),
  'text of a PDF with positions': rendering(FULL, positioned),
  'text copied cell by cell': rendering(FULL, IN_LINES),
  'text without line breaks': rendering(FULL, IN_ONE_LINE),
  'text between tabs or wide spaces': rendering(FULL, BY_TABS),
  'text between pipes': inPipes(FULL),
  'grids torn apart': rendering(FULL, tornGrids),
  grids: rendering(FULL, randomGrids),
};

/** Layouts with blanks and damages, in which something may be beyond telling. */
const HOSTILE_LAYOUTS: Readonly<Record<string, (choices: Choices) => Rendered>> = {
  'text of a damaged PDF': rendering(FULL, inPdf({ damages: true, bareNumbers: true }), true),
  'text of a damaged PDF, with blanks': rendering(BLANKS, inPdf({ damages: true, bareNumbers: true })),
  'text of a PDF with positions, with blanks': rendering(BLANKS, positioned),
  'text copied cell by cell, with blanks': rendering(BLANKS, IN_LINES),
  'text with one cell a line, labels late': rendering(FULL, ONE_A_LINE(false)),
  'text with one cell a line, damaged': rendering(FULL, ONE_A_LINE(true)),
  'text with one cell a line, with blanks': rendering(BLANKS, ONE_A_LINE(false)),
  'text between tabs or wide spaces, with blanks': rendering(BLANKS, BY_TABS),
  'text between pipes, with blanks': inPipes(BLANKS),
  'text without line breaks, with blanks': rendering(BLANKS, IN_ONE_LINE),
  'grids torn apart, with blanks': rendering(BLANKS, tornGrids),
  'grids with blanks': rendering(BLANKS, randomGrids),
};

type Told = number | string | null;

/** Every figure that is read and is not the one that was rendered, and every one that went missing in silence. */
function lies({ report, table2 }: Rendered, read: PublishedReport): readonly string[] {
  const wrong: string[] = [];
  const check = (name: string, table: 2 | 3 | 4, row: string, expected: Told, found: Told | undefined) => {
    const isListed = read.unread.some(
      (one) =>
        (one.table === table || one.table === null) && (one.cell === null ? found === undefined : one.row === row),
    );
    if (found !== undefined && found !== expected && !(found === null && isListed))
      wrong.push(`${name}: ${String(expected)} read as ${String(found)}`);
    if (found === undefined && !isListed) wrong.push(`${name} silently unread`);
  };
  for (const [row, values] of report.table3) {
    values.forEach((value, index) =>
      check(`${row} ${TABLE3_COLUMNS[index]!}`, 3, row, value, read.table3?.[row]?.[index]),
    );
  }
  for (const [row, values] of Object.entries(table2)) {
    const found = (read.table2 as Partial<RenderedTable2> | null)?.[row];
    for (const [column, value] of Object.entries(values)) check(`${row} ${column}`, 2, row, value, found?.[column]);
  }
  report.table4.forEach((value, index) => {
    const block = TABLE4_BLOCKS[Math.floor(index / 5)]!;
    check(`${block} ${String(index % 5)}`, 4, block, value, read.table4?.[block][index % 5]);
  });
  return wrong;
}

const read = (blocks: readonly Block[]) => readPublishedReport({ blocks } satisfies ReportDocument);

describe('a published report in any layout', () => {
  it.each(Object.entries({ ...BENIGN_LAYOUTS, ...HOSTILE_LAYOUTS }))('is not misread: %s', (_name, layout) => {
    fc.assert(
      fc.property(seeded(layout), (rendered) => {
        expect(lies(rendered, read(rendered.blocks))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it.each(Object.entries(BENIGN_LAYOUTS))('is read in full where nothing is doubtful: %s', (_name, layout) => {
    fc.assert(
      fc.property(seeded(layout), ({ report, table2: rendered, blocks }) => {
        const { table2, table3, table4, unread } = read(blocks);
        expect(unread).toEqual([]);
        expect(table2).toEqual(rendered);
        expect(table3).toEqual(Object.fromEntries(report.table3));
        expect(TABLE4_BLOCKS.flatMap((block) => table4?.[block] ?? [])).toEqual(report.table4);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
