import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TABLE3_COLUMNS, TABLE4_BLOCKS } from '#statistics';
import type { Block, ReportDocument } from './document.js';
import type { PublishedReport } from './published-report.js';
import { readPublishedReport } from './read-published-report.js';
import { Choices } from './testkit/choices.js';
import { line, randomGrids, tornGrids } from './testkit/grid-layouts.js';
import { randomReport, type RenderedReport } from './testkit/random-report.js';
import { randomStyle } from './testkit/style.js';
import { cellByCell, oneLine, pdfText, table4Text } from './testkit/text-layouts.js';

/** Runs for each layout; more by hand: LAYOUT_RUNS=5000. */
const RUNS = Number(process.env['LAYOUT_RUNS'] ?? '200');

interface Rendered {
  readonly report: RenderedReport;
  readonly blocks: readonly Block[];
}

const BENIGN = { damages: false, bareNumbers: false };
const HOSTILE = { damages: true, bareNumbers: true };

const lines = (texts: readonly string[]): readonly Block[] => texts.map(line);
const seeded = (render: (choices: Choices) => Rendered) => fc.integer().map((seed) => render(new Choices(seed)));

/** Layouts in which everything can be told. */
const BENIGN_LAYOUTS: Readonly<Record<string, (choices: Choices) => Rendered>> = {
  'text of a PDF': (choices) => {
    const report = randomReport(choices, 'none');
    const style = randomStyle(choices, true);
    return { report, blocks: lines([...pdfText(report, style, choices, BENIGN), ...table4Text(report, style, choices)]) };
  },
  'text copied cell by cell': (choices) => {
    const report = randomReport(choices, 'none');
    const style = randomStyle(choices, true);
    return { report, blocks: lines([...cellByCell(report, style, choices), ...table4Text(report, style, choices)]) };
  },
  'text without line breaks': (choices) => {
    const report = randomReport(choices, 'none');
    const style = randomStyle(choices, true);
    return { report, blocks: lines([...oneLine(report, style), ...table4Text(report, style, choices)]) };
  },
  'grids torn apart': (choices) => {
    const report = randomReport(choices, 'none');
    const style = randomStyle(choices, true);
    return { report, blocks: [...tornGrids(report, style, choices), ...lines(table4Text(report, style, choices))] };
  },
  grids: (choices) => {
    const report = randomReport(choices, 'none');
    const style = randomStyle(choices, true);
    return { report, blocks: [...randomGrids(report, style, choices), ...lines(table4Text(report, style, choices))] };
  },
};

/** Layouts with blanks and damages, in which something may be beyond telling. */
const HOSTILE_LAYOUTS: Readonly<Record<string, (choices: Choices) => Rendered>> = {
  'text of a damaged PDF': (choices) => {
    const report = randomReport(choices, choices.of(['none', 'some', 'organisations']));
    const style = randomStyle(choices, true);
    return { report, blocks: lines([...pdfText(report, style, choices, HOSTILE), ...table4Text(report, style, choices)]) };
  },
  'text copied cell by cell, with blanks': (choices) => {
    const report = randomReport(choices, choices.of(['some', 'organisations']));
    const style = randomStyle(choices, true);
    return { report, blocks: lines([...cellByCell(report, style, choices), ...table4Text(report, style, choices)]) };
  },
  'text without line breaks, with blanks': (choices) => {
    const report = randomReport(choices, choices.of(['some', 'organisations']));
    const style = randomStyle(choices, true);
    return { report, blocks: lines([...oneLine(report, style), ...table4Text(report, style, choices)]) };
  },
  'grids torn apart, with blanks': (choices) => {
    const report = randomReport(choices, choices.of(['some', 'organisations']));
    const style = randomStyle(choices, true);
    return { report, blocks: [...tornGrids(report, style, choices), ...lines(table4Text(report, style, choices))] };
  },
  'grids with blanks': (choices) => {
    const report = randomReport(choices, choices.of(['some', 'organisations']));
    const style = randomStyle(choices, true);
    return { report, blocks: [...randomGrids(report, style, choices), ...lines(table4Text(report, style, choices))] };
  },
};

/** Every figure that is read and is not the one that was rendered, and every one that went missing in silence. */
function lies({ report }: Rendered, read: PublishedReport): readonly string[] {
  const wrong: string[] = [];
  const check = (name: string, table: 3 | 4, row: string, expected: number | null, found: number | null | undefined) => {
    const isListed = read.unread.some(
      (one) => (one.table === table || one.table === null) && (one.cell === null ? found === undefined : one.row === row),
    );
    if (found !== undefined && found !== expected && !(found === null && isListed)) wrong.push(`${name}: ${String(expected)} read as ${String(found)}`);
    if (found === undefined && !isListed) wrong.push(`${name} silently unread`);
  };
  for (const [row, values] of report.table3) {
    values.forEach((value, index) => check(`${row} ${TABLE3_COLUMNS[index]!}`, 3, row, value, read.table3?.[row]?.[index]));
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
      fc.property(seeded(layout), ({ report, blocks }) => {
        const { table3, table4, unread } = read(blocks);
        expect(unread).toEqual([]);
        expect(table3).toEqual(Object.fromEntries(report.table3));
        expect(TABLE4_BLOCKS.flatMap((block) => table4?.[block] ?? [])).toEqual(report.table4);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
