import { describe, expect, it } from '@jest/globals';
import { District, publishedReport } from '../testkit/district.js';

const ALL = ['district', 'bureau-a', 'bureau-b', 'town-1', 'town-2'];
const NAMED = [
  { agency: 'town-2', name: 'town-2机关', used: 'imported', message: expect.stringContaining('town-2.json') },
];

/** Everybody is closed but one town, whose report says 3 applications, and which later got 2 here. */
async function undecidedDistrict(): Promise<District> {
  const place = await District.open();
  await place.openRegisters(2023, 0, ...ALL.slice(0, 4));
  for (const agency of ALL.slice(0, 4)) await place.close(agency, 2023);
  await place.import('town-2', 2023, publishedReport(3));
  await place.receive('town-2', 'c-1', '2023-11-01');
  await place.receive('town-2', 'c-2', '2023-11-02');
  return place;
}

/** Everything that is told of the region with its undecided members. */
async function told(place: District) {
  const figure = await place.cell(2023, 'table3/new/total');
  const tables = await place.tables(2023);
  const audit = await place.audit(2023);
  const rules = await place.rules(2023);
  return { figure, tables, audit, rules };
}

describe('a total with a member of which nobody decided whether its imported report counts', () => {
  it('takes the report, and says so in tables, lineage, audit and rules, with what the books here come to', async () => {
    await using place = await undecidedDistrict();

    const { figure, tables, audit, rules } = await told(place);

    for (const answer of [figure, tables, audit, rules]) expect(answer.undecided).toEqual(NAMED);
    expect(tables.figures.table3.new?.[6]).toBe(3);
    expect(tables.members.filter(({ undecided }) => undecided).map(({ agency }) => agency)).toEqual(['town-2']);
    expect(figure).toMatchObject({ value: 3, shares: [{ agency: 'town-2', value: 3, now: 2, undecided: true }] });
    expect(audit).toMatchObject({ sound: true, imported: ['town-2'] });
  });

  it('tells a figure of the books here that the report has as 0', async () => {
    await using place = await undecidedDistrict();
    const { shares } = await place.cell(2023, 'table3/carriedOut/total');
    expect(shares).toMatchObject([{ agency: 'town-2', value: 0, now: 2, undecided: true }]);
  });

  it('is not issued before that is decided, unless V10 is waived', async () => {
    await using place = await undecidedDistrict();
    await place.write('set-report-signature', { signedOn: '2034-06-20' });
    const issue = () => place.write('issue-report', { scope: 'region' });

    await expect(issue()).rejects.toMatchObject({
      code: 'report-sum-incomplete',
      message: expect.stringContaining('未定以哪个为准而按导入的报告汇总的成员：town-2机关'),
      facts: { missing: [], notClosed: [], undecided: ['town-2'], unknown: [] },
    });
    const waiver = { on: '2034-06-01', rule: 'V10', reason: '待其决定', approvedBy: 'mayor-1', edition: 2 };
    await place.office.books.waive('district', 2023, waiver, place.request('head'));
    await issue();
    expect(await place.report()).toMatchObject({ gaps: { undecided: [{ agency: 'town-2' }] } });
  });

  it.each([
    ['the report is imported again with a reason', 3],
    ['the year is closed', 2],
  ])('says nothing any more when %s', async (how, total) => {
    await using place = await undecidedDistrict();
    if (total === 2) {
      await place.openRegisters(2023, 0, 'town-2');
      await place.close('town-2', 2023);
    } else {
      const precedence = { reason: how, approvedBy: 'mayor-1' };
      await place.import('town-2', 2023, publishedReport(3), { on: '2024-03-01', precedence });
    }

    const { figure, tables, audit, rules } = await told(place);

    for (const answer of [figure, tables, audit, rules]) expect(answer.undecided).toEqual([]);
    expect(tables.figures.table3.new?.[6]).toBe(total);
    expect((await place.report('draft')).gaps?.undecided).toBeUndefined();
  });

  it('said nothing of it as it was known before the books here were begun', async () => {
    await using place = await undecidedDistrict();
    const head = Number(await place.office.store.head());
    const position = String(head - 2).padStart(String(await place.office.store.head()).length, '0');
    expect((await place.tables(2023, 'region', 'district', { position })).undecided).toEqual([]);
  });
});
