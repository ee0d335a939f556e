import { describe, expect, it } from '@jest/globals';
import { allCells, cellKey, figureAt } from '#statistics';
import { keepBusy, somebody } from '../testkit/busy-office.js';
import { District, publishedReport } from '../testkit/district.js';

const ALL = ['district', 'bureau-a', 'bureau-b', 'town-1', 'town-2'];
const total = (view: { figures: { table3: { [row: string]: readonly (number | null)[] | undefined } } }, row: string) =>
  view.figures.table3[row]?.[6];

describe('the tables of a scope', () => {
  it('are the sums of the members, for random cases, in both scopes', async () => {
    await using place = await District.open();
    await place.openRegisters(2021, 3, ...ALL);
    await keepBusy(place.office, ALL, 11, 500);
    for (const year of [2021, 2022, 2023]) {
      for (const [scope, ids] of [
        ['region', ALL],
        ['level', ALL.slice(0, 3)],
      ] as const) {
        const view = await place.tables(year, scope);
        expect(view.members.map(({ agency }) => agency).toSorted()).toEqual(ids.toSorted());
        const each = await Promise.all(
          ids.map((id) => place.office.years.year(id, year, null, somebody('auditor')).then(({ figures }) => figures)),
        );
        for (const cell of allCells('2021')) {
          const sum = each.reduce((all, figures) => all + (figureAt(figures, cell) ?? 0), 0);
          expect([cellKey(cell), figureAt(view.figures, cell)]).toEqual([cellKey(cell), sum]);
        }
      }
      expect(await place.audit(year)).toMatchObject({ sound: true, faults: [], cells: 200, members: 5 });
    }
  });

  it('rest on published editions where the year is closed, and say who is not closed', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 0, ...ALL);
    await place.receive('town-1', 'c-1', '2023-11-01');
    await place.close('town-1', 2023);
    await place.receive('town-1', 'c-2', '2023-11-02');
    await place.receive('town-2', 'c-3', '2023-11-03');
    const view = await place.tables(2023);
    expect(total(view, 'new')).toBe(2);
    expect(view.notClosed).toEqual(['bureau-a', 'bureau-b', 'district', 'town-2']);
    expect(view.members.find(({ agency }) => agency === 'town-1')).toMatchObject({
      basis: 'edition',
      edition: { edition: 1 },
    });
    const { value, known, shares, cases } = await place.cell(2023, 'table3/new/total');
    expect({ value, known }).toEqual({ value: 2, known: 2 });
    expect(shares.map(({ agency, value: counts, now }) => [agency, counts, now])).toEqual([
      ['town-1', 1, 2],
      ['town-2', 1, 1],
    ]);
    expect(cases.map(({ agency, caseId }) => [agency, caseId])).toEqual([
      ['town-1', 'c-1'],
      ['town-1', 'c-2'],
      ['town-2', 'c-3'],
    ]);
    // The drift of a member is told by its own audit, once.
    const audit = await place.audit(2023);
    expect(audit.faults.map(({ agency, check }) => [agency, check])).toEqual([
      ['town-1', 'drift'],
      ['town-1', 'carry-forward'],
    ]);
  });

  it('with a member that says nothing are unknown, with the known part, until its report is imported', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 1, ...ALL.slice(0, 4));
    await place.receive('town-1', 'c-1', '2023-11-01', '2023-11-05');
    const before = await place.tables(2023);
    expect(before.missing).toEqual(['town-2']);
    expect(total(before, 'new')).toBeNull();
    expect(before.partial).toContainEqual(
      expect.objectContaining({ cell: 'table3/new/total', known: 1, unknown: ['town-2'] }),
    );
    expect((await place.rules(2023)).blocking).toEqual(['V6', 'V10']);
    expect((await place.audit(2023)).faults).toMatchObject([{ check: 'members', agency: null }]);

    await place.import('town-2', 2023, publishedReport(40, 2));
    const after = await place.tables(2023);
    expect(total(after, 'new')).toBe(41);
    expect(after.figures.table2).toMatchObject({
      normativeDocuments: { inForce: 6 },
      fees: { amount10k: 0.5 },
    });
    expect(after.partial).toEqual([]);
    expect(after.sectionOne.unknown).toEqual(['town-2']);
    expect((await place.rules(2023)).blocking).toEqual([]);
    expect(await place.audit(2023)).toMatchObject({ sound: true, imported: ['town-2'] });
    const { shares, cases } = await place.cell(2023, 'table3/granted/total');
    expect(shares).toMatchObject([{ agency: 'town-2', value: 40, now: null, listed: false }]);
    expect(shares[0]?.provenance).toMatch(
      /^来自导入报告：《年度报告》，town-2\.json（SHA-256 a{64}），2024-02-01 导入，格式 2021$/,
    );
    expect(cases).toEqual([]);
  });

  it('keep a blank of an imported report unknown, in its cell only', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 0, ...ALL.slice(0, 4));
    const report = publishedReport(3) as { table3: Record<string, (number | null)[]> };
    report.table3['carriedOut'] = [0, 0, 0, 0, 0, 0, null] as (number | null)[];
    await place.import('town-2', 2023, report);
    const view = await place.tables(2023);
    expect(view.partial.map(({ cell, known, unknown }) => [cell, known, unknown])).toEqual([
      ['table3/carriedOut/total', 0, ['town-2']],
    ]);
    const v10 = (await place.rules(2023)).results.find(({ rule }) => rule === 'V10');
    expect(v10).toMatchObject({ status: 'passed' });
  });

  it('compare an imported report of the region with the sum of the members, cell by cell', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 0, ...ALL);
    await place.receive('town-1', 'c-1', '2023-11-01', '2023-11-05');
    await place.import('district', 2023, publishedReport(0), { scope: 'region' });
    const { judged, results } = await place.rules(2023);
    expect(judged).toBe('imported');
    const messages = results.find(({ rule }) => rule === 'V10')!.findings.map(({ message }) => message);
    expect(messages[1]).toMatch(/^一、本年新收政府信息公开申请数量“自然人”：汇总表 0，而各成员之和 1（尚未结账：/);
    expect(messages).toHaveLength(7);
    // The report of the region is no figure of the district itself.
    expect(total(await place.tables(2023), 'new')).toBe(1);
  });

  it('are read by whoever is bound to the body; cases of a member only by whoever is bound to it', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 0, ...ALL);
    await place.receive('town-1', 'c-1', '2023-11-01');
    await place.receive('district', 'c-2', '2023-11-02');
    const ofDistrict = { ...somebody('auditor'), agencies: ['district'] };
    const { value, shares, cases } = await place.cell(2023, 'table3/new/total', {}, ofDistrict);
    expect(value).toBe(2);
    expect(cases.map(({ caseId }) => caseId)).toEqual(['c-2']);
    expect(shares.map(({ agency, listed }) => [agency, listed])).toEqual([
      ['district', true],
      ['town-1', false],
    ]);
    const ofTown = { ...somebody('auditor'), agencies: ['town-1'] };
    await expect(place.cell(2023, 'table3/new/total', {}, ofTown)).rejects.toMatchObject({ code: 'outside-scope' });
    await expect(place.audit(2023, 'district', ofTown)).rejects.toMatchObject({ code: 'outside-scope' });
  });

  it('list cases page by page in the order of the log, and the entries behind table 2 and section 一', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 2, ...ALL);
    for (let n = 0; n < 6; n++) await place.receive(ALL[n % 5]!, `c-${n}`, '2023-11-01');
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await place.cell(2023, 'table3/new/total', { limit: 2, ...(cursor !== undefined && { cursor }) });
      seen.push(...page.cases.map(({ caseId }) => caseId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['c-0', 'c-1', 'c-2', 'c-3', 'c-4', 'c-5']);

    await place.enter('town-1', 'record-publications', { on: '2023-05-01', channel: '网站', count: 4 });
    const { value, entries } = await place.cell(2023, 'sectionOne/["网站"]');
    expect({ value, entries }).toMatchObject({ value: 4, entries: [{ agency: 'town-1', amount: 4, unit: 'count' }] });
    const stock = await place.cell(2023, 'table2/regulations/inForce', { limit: 3 });
    expect(stock).toMatchObject({ value: 10, entries: [{ amount: 2 }, { amount: 2 }, { amount: 2 }] });
    expect(stock.next).not.toBeNull();
  });
});

describe('what is known of a member', () => {
  it('is nothing in a year in which it recorded nothing, whatever it did before, until it closes the year', async () => {
    await using place = await District.open();
    await place.openRegisters(2022, 0, 'town-1');
    await place.receive('town-1', 'c-1', '2022-11-01', '2022-11-05');
    const basis = async () => (await place.tables(2023, 'own', 'town-1')).members[0]?.basis;
    expect(await basis()).toBe('missing');
    await place.close('town-1', 2023);
    expect(await basis()).toBe('edition');
  });

  it('is told by the office that reports for a government', async () => {
    await using place = await District.open();
    await place.found('city', 'city', null);
    await place.found('city-hall', 'city-office', 'city');
    expect((await place.tables(2023, 'region', 'city')).missing).toEqual(['city-hall']);
    await place.receive('city-hall', 'c-1', '2023-11-01', '2023-11-05');
    for (const asked of ['city', 'city-hall']) {
      const view = await place.tables(2023, 'region', asked);
      expect([view.missing, total(view, 'new')]).toEqual([[], 1]);
    }
  });
});

describe('a scope as known earlier', () => {
  it('has the tree, the editions, the imports and the figures of then', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 0, ...ALL.slice(0, 4));
    await place.receive('town-1', 'c-1', '2023-11-01', '2023-11-05');
    const at = async () => ({ position: await place.office.store.head() });
    const steps = [await at()];
    const step = async (deed: Promise<unknown>) => {
      await deed;
      steps.push(await at());
    };
    await step(place.import('town-2', 2023, publishedReport(40)));
    await step(place.receive('bureau-a', 'c-2', '2023-12-01', '2023-12-05'));
    await step(place.import('town-2', 2023, publishedReport(50)));
    await step(place.agency('move-agency', 'town-1', { on: '2023-06-01', parentId: null }));
    const known = await Promise.all(steps.map((one) => place.tables(2023, 'region', 'district', one)));
    expect(known.map((view) => total(view, 'new'))).toEqual([null, 41, 42, 52, 51]);
    expect(known.map(({ members }) => members.length)).toEqual([5, 5, 5, 5, 4]);
    const now = await place.tables(2023);
    expect(known.at(-1)?.digest).toBe(now.digest);
    const instant = await place.tables(2023, 'region', 'district', { instant: '2035-01-01T00:00:00.000Z' });
    expect(instant).toMatchObject({ digest: now.digest, position: null });
    await expect(place.tables(2023, 'region', 'district', { position: '9' })).rejects.toMatchObject({
      code: 'position-malformed',
    });
  });
});
