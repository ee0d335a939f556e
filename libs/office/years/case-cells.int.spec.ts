import { describe, expect, it } from '@jest/globals';
import { cellOfKey } from '#statistics';
import { keepBusy, somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';

const auditor = somebody('auditor');
const cellsOf = (town: Town, caseId: string, toYear: number) => town.office.caseCells.cells(caseId, toYear, auditor);

const entry = (revision: number, type: string, label: string, on: string) => {
  return { revision, supplied: null, type, label, on, amendedBy: [] };
};

describe('the cells of a case', () => {
  it('are those of every year that it is in, with the entries that put it there', async () => {
    await using town = await Town.open();
    await town.receive('c-1', '2022-11-01', 'commercial-enterprise');
    await town.withdraw('c-1', '2024-01-10');
    const { agency, years } = await cellsOf(town, 'c-1', 2030);
    expect(agency).toBe('town');
    const total = (of: (typeof years)[number]) =>
      of.cells.filter(({ cell }) => cell.endsWith('/total')).map(({ cell }) => cell.split('/')[1]);
    expect(years.map((of) => [of.year, of.form, ...total(of)])).toEqual([
      [2022, '2021', 'new', 'carriedOut'],
      [2023, '2021', 'carriedIn', 'carriedOut'],
      [2024, '2021', 'carriedIn', 'other.other', 'resolvedTotal'],
    ]);
    expect(years[2]!.cells.find(({ cell }) => cell === 'table3/other.other/commercial-enterprise')).toEqual({
      cell: 'table3/other.other/commercial-enterprise',
      label: '（六）其他处理 3.其他“商业企业”',
      remedyId: null,
      because: [
        entry(0, 'case.application-received', '收到申请', '2022-11-01'),
        entry(1, 'case.application-withdrawn', '申请人撤回', '2024-01-10'),
      ],
    });
  });

  it('of an open case go on to the year asked for, and begin with its receipt', async () => {
    await using town = await Town.open();
    await town.receive('c-1', '2022-11-01');
    expect((await cellsOf(town, 'c-1', 2024)).years.map(({ year }) => year)).toEqual([2022, 2023, 2024]);
    expect((await cellsOf(town, 'c-1', 2021)).years).toEqual([]);
  });

  it('show a rectified entry as it now stands', async () => {
    await using town = await Town.open();
    await town.receive('c-1', '2022-11-01');
    await town.rectify('c-1', 0, { on: '2023-11-01', receivedOn: '2023-11-01' });
    const { years } = await cellsOf(town, 'c-1', 2023);
    expect(years).toMatchObject([
      { year: 2023, cells: [{ because: [{ revision: 0, on: '2023-11-01', amendedBy: [1] }] }, {}, {}, {}] },
    ]);
  });

  it('are the reverse of the lists behind the cells, for random cases, both ways', async () => {
    await using town = await Town.open();
    await keepBusy(town.office, ['town'], 17, 300);
    const fromCases = new Set<string>();
    for (let number = 0; number < 25; number++) {
      const caseId = `town-${number}`;
      const { years } = await cellsOf(town, caseId, 2025).catch(() => ({ years: [] }));
      for (const { year, cells } of years) {
        for (const { cell } of cells) if (!cell.includes('carried')) fromCases.add(`${year} ${cell} ${caseId}`);
      }
    }
    const fromCells = new Set<string>();
    const keys = new Set([...fromCases].map((line) => line.split(' ')[1]!));
    for (const key of keys) {
      for (let year = 2021; year <= 2025; year++) {
        const cell = cellOfKey(key, '2021')!;
        const page = await town.office.years.cell('town', year, cell, auditor, { limit: 1_000 });
        for (const { caseId } of page.cases) fromCells.add(`${year} ${key} ${caseId}`);
      }
    }
    expect(fromCases.size).toBeGreaterThan(100);
    expect([...fromCells].sort()).toEqual([...fromCases].sort());
  });

  it('are asked for a known case, up to a year that can be, by somebody of its scope', async () => {
    await using town = await Town.open();
    await town.receive('c-1', '2022-11-01');
    await expect(cellsOf(town, 'nobody', 2024)).rejects.toMatchObject({ code: 'not-found' });
    for (const year of [10_000, 2_022.5, -1]) {
      await expect(cellsOf(town, 'c-1', year)).rejects.toMatchObject({ code: 'invalid-input' });
    }
    const stranger = { ...auditor, agencies: ['elsewhere'] };
    await expect(town.office.caseCells.cells('c-1', 2024, stranger)).rejects.toMatchObject({ code: 'not-found' });
  });
});
