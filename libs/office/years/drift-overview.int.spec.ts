import { describe, expect, it } from '@jest/globals';
import { APPLICANT_KINDS } from '#casework';
import { Town } from '../testkit/town.js';

/** What the overview must say, by asking every closed year one by one. */
async function naive(town: Town, years: readonly number[]) {
  const all = await Promise.all(years.map((year) => town.drift(year)));
  return all
    .filter(({ cells }) => cells.length > 0)
    .map(({ agency, year, edition, cells, causes, causesInAll, acceptedBy }) => ({
      agency,
      year,
      edition,
      figures: cells.length,
      accepted: acceptedBy !== null,
      cells: cells.slice(0, 20),
      causes: causes.slice(0, 5).map(({ kind, events }) => ({
        kind,
        events: events.slice(0, 3).map(({ position, type, label, on }) => ({ position, type, label, on })),
        eventsInAll: events.length,
      })),
      causesInAll,
    }));
}

describe('the overview of drift', () => {
  it('follows cases, registers, restatements and acceptances, and says what asking every year says', async () => {
    await using town = await Town.open();
    const overview = async () => {
      await town.office.views.waitFor(await town.office.store.head());
      return town.office.driftOverview.overview();
    };
    expect(await overview()).toMatchObject({ closedYears: 0, drifted: [] });

    await town.openRegisters(2022, 2023);
    await town.receive('c-1', '2022-11-01');
    await town.close(2022);
    await town.close(2023);
    expect(await overview()).toMatchObject({ closedYears: 2, drifted: [] });

    const turns: readonly (() => Promise<unknown>)[] = [
      () => town.receive('c-2', '2023-06-01'),
      () => town.enter('record-fees', { on: '2022-05-01', amountFen: 1_234_500 }),
      () => town.withdraw('c-1', '2022-12-01'),
      () => town.receive('c-3', '2024-06-01'),
      () => town.restate(2022),
      () => town.accept(2023),
      () => town.receive('c-4', '2023-06-02'),
      () => town.restate(2023),
    ];
    const seen: number[] = [];
    for (const turn of turns) {
      await turn();
      const { drifted, closedYears, position } = await overview();
      expect({ drifted, closedYears }).toEqual({ drifted: await naive(town, [2022, 2023]), closedYears: 2 });
      expect(position).toBe(await town.office.store.head());
      seen.push(drifted.length);
    }
    expect(seen).toEqual([1, 2, 2, 2, 1, 1, 1, 0]);
  });

  it('holds the first figures, causes and entries of a year, and how many there are', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.close(2023);
    for (const kind of APPLICANT_KINDS) {
      await town.receive(`${kind}-1`, '2023-06-01', kind);
      await town.withdraw(`${kind}-1`, '2023-06-03');
    }
    await town.rectify('natural-person-1', 1, { on: '2024-06-04' });
    await town.rectify('natural-person-1', 2, 'void');
    await town.office.views.waitFor(await town.office.store.head());
    const { drifted } = await town.office.driftOverview.overview();
    expect(drifted).toEqual(await naive(town, [2023]));
    expect(drifted).toMatchObject([{ figures: 21, cells: { length: 20 }, causes: { length: 5 }, causesInAll: 6 }]);
    expect(drifted[0]?.causes[0]).toMatchObject({ kind: 'case', events: { length: 3 }, eventsInAll: 4 });
    expect(JSON.stringify(drifted)).not.toContain('natural-person-1');
  });
});
