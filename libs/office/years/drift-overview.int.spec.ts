import { describe, expect, it } from '@jest/globals';
import { Town } from '../testkit/town.js';

/** What the overview must say, by asking every closed year one by one. */
async function naive(town: Town, years: readonly number[]) {
  const all = await Promise.all(years.map((year) => town.drift(year)));
  return all
    .filter(({ cells }) => cells.length > 0)
    .map(({ agency, year, edition, cells, acceptedBy }) => ({
      agency,
      year,
      edition,
      figures: cells.length,
      accepted: acceptedBy !== null,
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
});
