import { describe, expect, it } from '@jest/globals';
import { somebody } from '../testkit/busy-office.js';
import { District, publishedReport } from '../testkit/district.js';

const ALL = ['district', 'bureau-a', 'bureau-b', 'town-1', 'town-2'];
const MOST_FEN = 999_999_999_999_999;

/** Every body with a case and all of 2023 closed, the report of the region issued. */
async function issuedDistrict(): Promise<District> {
  const place = await District.open();
  await place.openRegisters(2023, 1, ...ALL);
  for (const agency of ALL) await place.receive(agency, `c-${agency}`, '2023-11-01', '2023-11-05');
  for (const agency of ALL) await place.close(agency, 2023);
  await place.write('set-report-signature', { signedOn: '2034-06-20' });
  await place.write('issue-report', { scope: 'region' });
  return place;
}

const drift = async (place: District, scope: 'own' | 'level' | 'region' = 'region') =>
  place.office.scopes.drifts.drift({ agency: 'district', year: 2023, scope });
const lines = async (place: District) =>
  (await place.office.yearEndStatus.status(2023, somebody('operator'), '2035-01-01T00:00:00.000Z')).scopes;

describe('drift of an issued report of a scope', () => {
  it('given nothing new, is none; without an issue there is nothing to compare', async () => {
    await using place = await issuedDistrict();
    expect(await drift(place)).toEqual({
      issue: 1,
      on: '2035-01-01',
      edition: 1,
      cells: [],
      members: [],
      refusal: null,
    });
    expect([await drift(place, 'level'), await drift(place, 'own')]).toEqual([null, null]);
    expect(await lines(place)).toMatchObject([
      { scope: 'level', state: 'draft', issued: null },
      { scope: 'region', state: 'issued' },
    ]);
  });

  it('given a fact entered late, is none until the member restates, since the sum rests on editions', async () => {
    await using place = await issuedDistrict();
    await place.receive('town-1', 'c-late', '2023-11-02', '2023-11-06');
    expect((await drift(place))?.cells).toEqual([]);

    await place.restate('town-1', 2023);
    const moved = await drift(place);
    const rows = ['new', 'other.other', 'resolvedTotal'];
    expect(moved?.cells.map(({ cell, published, now }) => [cell, published, now])).toEqual(
      rows.flatMap((row) => ['natural-person', 'total'].map((column) => [`table3/${row}/${column}`, 5, 6])),
    );
    expect(moved?.cells[0]?.label).toBe('一、本年新收政府信息公开申请数量“自然人”');
    expect(moved?.members).toMatchObject([
      { agency: 'town-1', then: { basis: 'edition', edition: 1 }, now: { basis: 'edition', edition: 2 } },
    ]);
    expect((await lines(place))[1]).toMatchObject({
      scope: 'region',
      state: 'drifted',
      issued: { cells: moved?.cells },
    });
    expect((await place.tables(2023)).issued).toEqual(moved);
  });

  it('ends with another issue', async () => {
    await using place = await issuedDistrict();
    await place.receive('town-1', 'c-late', '2023-11-02', '2023-11-06');
    await place.restate('town-1', 2023);
    await place.write('issue-report', { scope: 'region' });
    expect(await drift(place)).toMatchObject({ issue: 2, edition: 2, cells: [], members: [] });
  });

  it('given table 2, money and section 一, names them all; money goes by its digits', async () => {
    await using place = await issuedDistrict();
    await place.enter('town-2', 'record-fees', { on: '2023-05-01', amountFen: 1_234_500 });
    await place.enter('town-2', 'record-publications', { on: '2023-05-02', channel: '网站', count: 3 });
    await place.restate('town-2', 2023);
    expect((await drift(place))?.cells.map(({ cell, published, now }) => [cell, published, now])).toEqual([
      ['table2/fees/amount10k', '0', '1.2345'],
      ['sectionOne/total', 0, 3],
      ['sectionOne/["网站"]', null, 3],
      ['sectionOne/["网站",null]', null, 3],
    ]);
  });

  it('given a report issued with blanks by waiver, tells what has become known since', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 0, ...ALL.slice(0, 4));
    for (const agency of ALL.slice(1, 4)) await place.close(agency, 2023);
    const waiver = { rule: 'V10', reason: '示例镇未报', approvedBy: 'zhao-liu', on: '2034-05-01' };
    await place.office.books.waive('district', 2023, waiver, place.request('head'));
    await place.close('district', 2023);
    await place.write('set-report-signature', { signedOn: '2034-06-20' });
    await place.write('issue-report', { scope: 'region' });
    expect((await drift(place))?.cells).toEqual([]);

    await place.import('town-2', 2023, publishedReport(40));
    const moved = await drift(place);
    expect(moved?.cells).toContainEqual(
      expect.objectContaining({ cell: 'table3/new/total', published: null, now: 40 }),
    );
    expect(moved?.members).toMatchObject([
      { agency: 'town-2', then: { basis: 'missing' }, now: { basis: 'imported' } },
    ]);
  });

  it('given a sum that cannot be computed any more, says why', async () => {
    await using place = await issuedDistrict();
    for (const agency of ['town-1', 'town-2']) {
      await place.enter(agency, 'record-fees', { on: '2023-05-01', amountFen: MOST_FEN });
      await place.restate(agency, 2023);
    }
    expect(await drift(place)).toMatchObject({ issue: 1, cells: [], refusal: { code: 'sum-too-large' } });
    const level = { scope: 'level', state: 'draft', refusal: null };
    expect(await lines(place)).toMatchObject([level, { scope: 'region', state: 'failing' }]);
  });
});
