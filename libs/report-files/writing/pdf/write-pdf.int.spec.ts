import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnnualReport } from '#annual-report';
import { allCells, figureAt, type YearFigures } from '#statistics';
import { anyFiguresOfAnyForm } from '../../../annual-report/testkit/any-report.js';
import { HOSTILE_TEXTS, hostileReport } from '../../../annual-report/testkit/hostile.js';
import { CITY_2020, CITY_2025, reportOf } from '../../../annual-report/testkit/reports.js';
import { pdfPages } from './pdf-pages.testkit.js';
import { writePdf } from './write-pdf.js';

const linesOf = async (report: AnnualReport) => (await pdfPages(await writePdf(report))).flatMap(({ lines }) => lines);

/** Numbers of tables 3 and 4 in rows, as they stand on the page: rows of at least `least` numbers and nothing to their right. */
function figureRows(lines: readonly (readonly string[])[], least: number): readonly (readonly string[])[] {
  return lines.map((line) => line.filter((piece) => /^\d+$/.test(piece))).filter((row) => row.length >= least);
}

/** Every figure that is known, row by row, as the page must show it. */
function rowsWanted(figures: YearFigures, table: 3 | 4): readonly (readonly string[])[] {
  const cells = allCells(figures.form).filter((cell) => cell.table === table);
  const rows = Map.groupBy(cells, (cell) => (cell.table === 3 ? cell.row : 'all'));
  return [...rows.values()].map((row) =>
    row.map((cell) => figureAt(figures, cell) ?? null).flatMap((figure) => (figure === null ? [] : [String(figure)])),
  );
}

describe('a report as PDF', () => {
  it.each([CITY_2025, CITY_2020])('shows every row of figures of the form of $form', async (figures) => {
    const lines = await linesOf(reportOf(figures));
    expect(figureRows(lines, 7)).toEqual([...rowsWanted(figures, 3), ...rowsWanted(figures, 4)]);
  });

  it('shows any figures, and nothing for one that nobody recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiguresOfAnyForm, async (figures) => {
        const lines = (await linesOf(reportOf(figures))).map((line) => line.filter((piece) => /^\d+$/.test(piece)));
        const wanted = [...rowsWanted(figures, 3), ...rowsWanted(figures, 4)].filter((row) => row.length > 0);
        let from = 0;
        for (const row of wanted) {
          const at = lines.findIndex((line, index) => index >= from && line.join() === row.join());
          expect([row, at]).not.toEqual([row, -1]);
          from = at + 1;
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('has text that machines can read: title, sections, labels, the check sentence', async () => {
    const text = (await linesOf(reportOf(CITY_2025))).flat().join('').replaceAll(/\s/g, '');
    for (const expected of [
      '某市人民政府2025年政府信息公开工作年度报告',
      '一、总体情况',
      '（五）监督保障',
      '第二十条第（八）项',
      '本年收费金额（单位：万元）',
      '行政事业性收费316441.0000',
      '于第三项加第四项之和）',
      '四、结转下年度继续办理',
      '2026年1月20日',
      '—1—',
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('keeps a table on one page together with the title of its section', async () => {
    const pages = await pdfPages(await writePdf(reportOf(CITY_2025)));
    const page = (text: string) => pages.findIndex(({ lines }) => lines.some((line) => line.join('').includes(text)));
    expect(page('三、收到和处理')).toBe(page('四、结转下年度继续办理'));
    expect(page('二、主动公开')).toBe(page('行政事业性收费'));
  });

  it('loses nothing of a text in a table that takes more than a page', async () => {
    const amountText = `${'很'.repeat(4000)}w${'w'.repeat(300)}万元`;
    const procurement = { projects: 2, amountText };
    const figures = { ...CITY_2020, table2: { ...CITY_2020.table2, procurement } } as YearFigures;
    const text = (await linesOf(reportOf(figures))).flat().join('').replaceAll(/\s|—/g, '');
    expect(text.match(/很/g)).toHaveLength(4000);
    expect(text.match(/w/g)).toHaveLength(301);
    expect(text).toContain('四、结转下年度继续办理');
  });

  it('embeds its typeface and is dated by the report', async () => {
    const bytes = Buffer.from(await writePdf(reportOf(CITY_2025))).toString('latin1');
    expect(bytes).toMatch(/\/FontFile3 \d+ 0 R/);
    expect(bytes).toContain('D:20260120000000Z');
  });

  it('shows hostile texts as texts, and as code points the characters that its typeface lacks', async () => {
    const emoji = { text: '表情😀与ﷺ', origin: 'written' } as const;
    const hostile = hostileReport(CITY_2020);
    const text = (await linesOf({ ...hostile, preamble: [...hostile.preamble, emoji] }))
      .flat()
      .join('')
      .replaceAll(/\s/g, '')
      .replaceAll(/—\d+—/g, '');
    expect(text).toContain('表情〔U+1F600〕与〔U+FDFA〕');
    for (const { printed } of HOSTILE_TEXTS) {
      expect(text).toContain(printed.replaceAll(/\s/g, ''));
    }
  });

  it('marks a draft on every page', async () => {
    const pages = await pdfPages(await writePdf(reportOf(CITY_2025, { edition: null })));
    for (const { lines } of pages) expect(lines.flat().join('')).toContain('草稿（本年度尚未结账）');
  });
});
