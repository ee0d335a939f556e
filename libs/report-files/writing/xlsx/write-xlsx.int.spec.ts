import { describe, expect, it } from '@jest/globals';
import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { AnnualReport } from '#annual-report';
import { anyFiguresOfAnyForm } from '../../../annual-report/testkit/any-report.js';
import { differences } from '../../../annual-report/testkit/differences.js';
import { hostileReport } from '../../../annual-report/testkit/hostile.js';
import { CITY_2020, CITY_2025, reportOf } from '../../../annual-report/testkit/reports.js';
import { slotsOf, type FileCell, type Slots } from '../../../annual-report/testkit/slots.js';
import { readPublishedFile } from '../../reading/read-published-file.js';
import { writeXlsx } from './write-xlsx.js';

/** Title, status, title of the section. */
const CAPTIONS = 3;

const bookOf = async (report: AnnualReport): Promise<WorkBook> => read(await writeXlsx(report), { cellFormula: true });
const sheetsOf = ({ SheetNames, Sheets }: WorkBook) => SheetNames.map((name) => Sheets[name]!);

/** What stands in the table of a sheet; a cell within a merged one that holds something of its own would lie over it. */
function tableOf(sheet: WorkSheet): Slots {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const merges = sheet['!merges'] ?? [];
  const cells: FileCell[] = [];
  for (let row = CAPTIONS; row <= range.e.r; row++) {
    for (let column = 0; column <= range.e.c; column++) {
      const merge = merges.find(({ s, e }) => s.r <= row && row <= e.r && s.c <= column && column <= e.c);
      const value = (sheet[utils.encode_cell({ r: row, c: column })] as { v?: string | number } | undefined)?.v;
      if (merge && (merge.s.r !== row || merge.s.c !== column)) expect(value ?? '').toBe('');
      else {
        const [rows, columns] = merge ? [merge.e.r - row + 1, merge.e.c - column + 1] : [1, 1];
        cells.push({ text: String(value ?? ''), row: row - CAPTIONS, column, rows, columns });
      }
    }
  }
  return slotsOf(cells);
}

describe('a report as XLSX', () => {
  it.each([CITY_2025, CITY_2020])('shows every figure of the form of $form in its place', async (figures) => {
    expect(differences(figures, sheetsOf(await bookOf(reportOf(figures))).map(tableOf))).toEqual([]);
  });

  it('shows any figures, and an empty cell for one that nobody recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiguresOfAnyForm, async (figures) => {
        expect(differences(figures, sheetsOf(await bookOf(reportOf(figures))).map(tableOf))).toEqual([]);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it.each([CITY_2025, CITY_2020])('is read back with agency and year, $year', async (figures) => {
    const bytes = Buffer.from(await writeXlsx(reportOf(figures)));
    const { report } = await readPublishedFile({ name: 'report.xlsx', bytes });
    expect(report).toMatchObject({ agency: '某市人民政府', year: figures.year });
    expect(report.table3).not.toBeNull();
  });

  it('has one sheet per table under the title of its section', async () => {
    const book = await bookOf(reportOf(CITY_2025));
    expect(book.SheetNames).toEqual([
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ]);
    const captions = sheetsOf(book).map((sheet) => [1, 2, 3].map((row) => (sheet[`A${row}`] as { v: string }).v));
    expect(captions[0]).toEqual([
      '某市人民政府2025年政府信息公开工作年度报告',
      '某市人民政府，第 1 次定稿',
      '二、主动公开政府信息情况',
    ]);
  });

  it('holds figures as numbers, the fees with the decimals asked for', async () => {
    const [two, three] = sheetsOf(await bookOf(reportOf(CITY_2025)));
    const types = (sheet: WorkSheet) =>
      Object.entries(sheet).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [(cell as { t: string }).t]));
    expect(types(two!).filter((type) => type === 'n')).toHaveLength(10);
    expect(types(three!).filter((type) => type === 'n')).toHaveLength(25 * 7);
    const fees = Object.values(two!).find((cell) => (cell as { v?: unknown }).v === 316441) as { w: string };
    expect(fees.w).toBe('316441.0000');
    const [whole] = sheetsOf(await bookOf(reportOf(CITY_2025, { feeDecimals: 0 })));
    expect((Object.values(whole!).find((cell) => (cell as { v?: unknown }).v === 316441) as { w: string }).w).toBe(
      '316441',
    );
  });

  it('executes nothing and keeps text that looks like a formula as text', async () => {
    const book = await bookOf(hostileReport(CITY_2020));
    const cells = sheetsOf(book).flatMap((sheet) => Object.values(sheet) as { f?: string; v?: unknown }[]);
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    const texts = cells.map(({ v }) => v);
    expect(texts).toContain(`'=1+1<b>&"万元`);
    expect(texts).toContain(`'@SUM(1)"<b>某镇</b>2020年〓报告`);
    expect(texts).toContain(`'+某〓镇，第 1 次定稿`);
  });

  it('prints on A4, as wide as the page', async () => {
    const sheet = strFromU8(unzipSync(await writeXlsx(reportOf(CITY_2025)))['xl/worksheets/sheet3.xml']!);
    expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>.*<pageSetup paperSize="9"/s);
  });

  it('marks a draft', async () => {
    const [two] = sheetsOf(await bookOf(reportOf(CITY_2025, { edition: null })));
    expect((two!['A2'] as { v: string }).v).toBe('草稿（本年度尚未结账）');
  });
});
