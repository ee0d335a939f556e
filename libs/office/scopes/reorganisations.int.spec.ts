import { describe, expect, it } from '@jest/globals';
import { figureAt } from '#statistics';
import { somebody } from '../testkit/busy-office.js';
import { District, publishedReport } from '../testkit/district.js';

const ALL = ['district', 'bureau-a', 'bureau-b', 'town-1', 'town-2'];
const total = (view: { figures: { table3: { [row: string]: readonly (number | null)[] | undefined } } }, row: string) =>
  view.figures.table3[row]?.[6];

describe('a reorganisation', () => {
  it('keeps the sums whole: open cases of a merged body are carried out and in with its heir', async () => {
    await using place = await District.open();
    for (const year of [2022, 2023]) await place.openRegisters(year, 5, ...ALL);
    await place.openRegisters(2024, 5, ...ALL.slice(0, 4));
    await place.receive('town-2', 'open', '2022-11-01');
    await place.receive('town-2', 'ended', '2023-02-01', '2023-02-05');
    await place.agency('dissolve-agency', 'town-2', { on: '2023-06-01', successorId: 'town-1' });
    const year = async (at: number) => {
      const view = await place.tables(at, 'region', 'town-1');
      return ['carriedIn', 'new', 'resolvedTotal', 'carriedOut'].map((row) => total(view, row));
    };
    expect((await place.tables(2022, 'region', 'town-1')).members).toHaveLength(1);
    expect(await year(2023)).toEqual([1, 1, 1, 1]);
    expect(await year(2024)).toEqual([1, 0, 0, 1]);
    const district = await place.tables(2023);
    expect(total(district, 'carriedIn')).toBe(total(await place.tables(2022), 'carriedOut'));
    expect(district.members.find(({ agency }) => agency === 'town-2')).toMatchObject({
      dissolvedOn: '2023-06-01',
      countsWith: 'town-1',
    });
    expect(await place.audit(2023)).toMatchObject({ sound: true });
    const { years } = await place.office.caseCells.cells('open', 2023, somebody('auditor'));
    expect(years[1]?.scopes).toEqual([
      { agencyId: 'town-1', scope: 'level' },
      { agencyId: 'town-1', scope: 'region' },
      { agencyId: 'district', scope: 'region' },
    ]);
  });

  it('counts documents in force with the dissolved body until its heir states what it has, and never twice', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 5, 'town-1', 'town-2');
    await place.enter('town-1', 'record-fees', { on: '2024-02-01', amountFen: 1 });
    await place.agency('dissolve-agency', 'town-2', { on: '2023-06-01', successorId: 'town-1' });
    const inForce = async (at: number) =>
      figureAt((await place.tables(at, 'region', 'town-1')).figures, {
        table: 2,
        row: 'regulations',
        column: 'inForce',
      });
    expect([await inForce(2023), await inForce(2024)]).toEqual([10, 10]);
    await place.enter('town-1', 'record-documents', {
      on: '2023-06-01',
      kind: 'regulations',
      movement: 'opening',
      count: 9,
    });
    expect([await inForce(2023), await inForce(2024)]).toEqual([9, 9]);
    const { members } = await place.tables(2023, 'region', 'town-1');
    expect(members[1]?.takenOver).toEqual(['table2/regulations/inForce']);
    expect(await place.audit(2023, 'town-1')).toMatchObject({ sound: true });
    expect(await place.cell(2023, 'table2/regulations/made')).toMatchObject({ value: null, entries: [] });
  });

  it('leaves with the dissolved body what an heir states only after it has published', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 5, 'town-1', 'town-2');
    await place.agency('dissolve-agency', 'town-2', { on: '2023-06-01', successorId: 'town-1' });
    await place.close('town-1', 2023);
    const opening = { on: '2023-06-01', kind: 'regulations', movement: 'opening', count: 9 };
    await place.enter('town-1', 'record-documents', opening);
    const { figures, members } = await place.tables(2023, 'region', 'town-1');
    expect(figures.table2).toMatchObject({ regulations: { inForce: 10 } });
    expect(members.map(({ basis, takenOver }) => [basis, takenOver])).toEqual([
      ['edition', []],
      ['current', []],
    ]);
  });

  it('is told where a member left in the course of the year, and by the office of the government', async () => {
    await using place = await District.open();
    await place.found('city', 'city', null);
    await place.openRegisters(2023, 0, ...ALL, 'city');
    await place.agency('move-agency', 'district', { on: '2011-01-01', parentId: 'city' });
    await place.agency('move-agency', 'town-2', { on: '2023-07-01', parentId: 'city' });
    await place.receive('town-2', 'c-1', '2023-02-01', '2023-02-05');
    expect(total(await place.tables(2023), 'new')).toBe(0);
    expect(total(await place.tables(2023, 'region', 'city'), 'new')).toBe(1);
    expect(total(await place.tables(2023, 'level', 'city'), 'new')).toBe(0);
    await place.import('district', 2023, publishedReport(9), { scope: 'region' });
    const v10 = (await place.rules(2023)).results.find(({ rule }) => rule === 'V10');
    expect(v10?.findings[0]?.message).toContain('年初隶属而年末不在其下：town-2机关');
  });
});
