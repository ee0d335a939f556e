import { describe, expect, test } from '@jest/globals';
import { somebody } from '../testkit/busy-office.js';
import { District } from '../testkit/district.js';
import { agencyStream } from '../streams.js';

const ALL = ['district', 'bureau-a', 'bureau-b', 'town-1', 'town-2'];
const OPERATOR = somebody('operator');

/** Puts a body below another one past the rule that keeps the tree a tree, as a log from elsewhere may hold it. */
function moveUnchecked(place: District, agency: string, on: string, parentId: string) {
  const body = { on, parentId };
  const decided = { type: 'agency.moved', data: { agency, ...body }, agency, on } as never;
  return place.office.desk.record({
    name: 'move-agency',
    stream: agencyStream(agency),
    body: body,
    request: place.request('operator'),
    commutes: false,
    decide: () => decided,
  });
}

/** The two bureaus of the district stand below each other in 2022, and no more in 2023. */
async function entangled(): Promise<District> {
  const place = await District.open();
  await moveUnchecked(place, 'bureau-a', '2022-05-01', 'bureau-b');
  await moveUnchecked(place, 'bureau-b', '2022-05-01', 'bureau-a');
  await place.agency('move-agency', 'bureau-a', { on: '2023-03-01', parentId: 'district' });
  await place.openRegisters(2023, 0, ...ALL);
  return place;
}

describe('a cycle in the tree of agencies', () => {
  test('of the year before, given own years to close, then all are closed and every scope is failing with the reason', async () => {
    await using place = await entangled();

    const { results } = await place.office.yearEnd.run(2023, place.request('operator'));
    expect(results.map(({ agency, outcome }) => [agency, outcome])).toEqual(ALL.toSorted().map((id) => [id, 'closed']));

    const { scopes } = await place.office.yearEndStatus.status(2023, OPERATOR, '2024-02-01T00:00:00.000Z');
    const refusal = { code: 'agency-tree-cycle', facts: { year: 2022, agencies: ['bureau-a', 'bureau-b'] } };
    const failing = { agency: 'district', state: 'failing', refusal };
    expect(scopes).toMatchObject([
      { scope: 'level', ...failing },
      { scope: 'region', ...failing },
    ]);
  });

  test('of the year itself, then nobody can tell who reports: the run is refused before anything is closed', async () => {
    await using place = await entangled();
    await place.openRegisters(2022, 0, ...ALL);
    const head = await place.office.store.head();

    await expect(place.office.yearEnd.run(2022, place.request('operator'))).rejects.toMatchObject({
      code: 'agency-tree-cycle',
      kind: 'refused',
    });
    expect(await place.office.store.head()).toBe(head);
  });

  test('is mended as its message says: moved to where it belongs by the end of that year, the run and the scopes go on', async () => {
    await using place = await entangled();
    await place.openRegisters(2022, 0, ...ALL);
    await expect(place.office.yearEnd.run(2022, place.request('operator'))).rejects.toMatchObject({
      message: expect.stringContaining('agency move，--on 不晚于 2022-12-31'),
    });

    await place.agency('move-agency', 'bureau-a', { on: '2022-12-31', parentId: 'district' });

    const { results } = await place.office.yearEnd.run(2022, place.request('operator'));
    expect(results.map(({ outcome }) => outcome)).toEqual(ALL.map(() => 'closed'));
    const { scopes } = await place.office.yearEndStatus.status(2023, OPERATOR, '2024-02-01T00:00:00.000Z');
    expect(scopes.map(({ state }) => state)).toEqual(['draft', 'draft']);
  });
});
