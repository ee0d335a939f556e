import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GongkaiError } from '#kernel';
import { agencies, agencyDeed, founding } from '../testkit/agencies.js';
import { agencyTree, descendants } from './agency-tree.js';
import type { AgencyState } from './agency.js';

const move = (agency: string, on: string, parentId: string | null) =>
  agencyDeed('move-agency', agency, { on, parentId });

/** A district, a town and a bureau below it; the bureau leaves at the end of 2022, the town is renamed in 2023. */
const district = agencies.after(
  founding('district', { level: 'district', name: '洪泽区' }),
  founding('town', { level: 'town', parentId: 'district', name: '高良涧镇' }),
  founding('bureau', { level: 'district-dept', parentId: 'district', on: '2019-05-01' }),
  founding('station', { level: 'district-dept', parentId: 'bureau', on: '2019-05-01' }),
  move('bureau', '2022-12-31', null),
  agencyDeed('rename-agency', 'town', { on: '2023-06-01', name: '高良涧街道' }),
);

/** A state as no command would leave it: two offices may write at once, each to its own stream. */
const bare = (agencyId: string, parentId: string | null): AgencyState => ({
  agencyId,
  level: 'town',
  jurisdiction: 'CN',
  foundedOn: '2015-01-01',
  dissolution: null,
  names: [{ from: '2015-01-01', value: agencyId }],
  parents: [{ from: '2015-01-01', value: parentId }],
  policies: [],
});

describe('the tree of agencies', () => {
  it('is the one valid at the end of the year', () => {
    const below = (year: number) => descendants(agencyTree(district.values(), year), 'district');
    expect(below(2014)).toEqual([]);
    expect(below(2018)).toEqual(['town']);
    expect(below(2021)).toEqual(['bureau', 'station', 'town']);
    expect(below(2022)).toEqual(['town']);
    expect(agencyTree(district.values(), 2022).roots).toEqual(['bureau', 'district']);
  });

  it('bears the names of its year', () => {
    const nameIn = (year: number) => agencyTree(district.values(), year).nodes.find((node) => node.agencyId === 'town');
    expect(nameIn(2022)).toEqual({ agencyId: 'town', name: '高良涧镇', level: 'town', parentId: 'district' });
    expect(nameIn(2023)).toMatchObject({ name: '高良涧街道' });
  });

  it('does not depend on the order of the agencies', () => {
    expect(agencyTree([...district.values()].reverse(), 2021)).toEqual(agencyTree(district.values(), 2021));
  });

  it('shows whom a missing parent leaves detached, and what hangs from them', () => {
    const tree = agencyTree([bare('a', 'gone'), bare('b', 'a'), bare('c', null)], 2020);
    expect(tree).toMatchObject({ roots: ['c'], detached: ['a'] });
    expect(descendants(tree, 'a')).toEqual(['b']);
    expect(descendants(tree, 'gone')).toEqual(['a', 'b']);
  });

  it('refuses a cycle, naming who stands in or below it', () => {
    const cyclic = [bare('a', 'b'), bare('b', 'a'), bare('c', 'a'), bare('d', null)];
    expect(() => agencyTree(cyclic, 2020)).toThrow(
      expect.objectContaining({ code: 'agency-tree-cycle', facts: { year: 2020, agencies: ['a', 'b', 'c'] } }),
    );
  });

  it('finds cycles and descendants as a slow walk upwards does', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const parents = fc.tuple(...ids.map(() => fc.constantFrom<string | null>(null, ...ids)));
    fc.assert(
      fc.property(parents, (chosen) => {
        const parentOf = new Map(ids.map((id, index) => [id, chosen[index] ?? null]));
        const above = (id: string): string[] => {
          const chain: string[] = [];
          for (
            let at = parentOf.get(id) ?? null;
            at !== null && chain.length <= ids.length;
            at = parentOf.get(at) ?? null
          )
            chain.push(at);
          return chain;
        };
        const states = ids.map((id) => bare(id, parentOf.get(id) ?? null));
        const endless = ids.filter((id) => above(id).length > ids.length);
        if (endless.length > 0) {
          expect(cycleOf(() => agencyTree(states, 2020))).toEqual(endless);
          return;
        }
        const tree = agencyTree(states, 2020);
        for (const id of ids) expect(descendants(tree, id)).toEqual(ids.filter((other) => above(other).includes(id)));
      }),
      { numRuns: 300 },
    );
  });
});

function cycleOf(deed: () => unknown): unknown {
  try {
    deed();
  } catch (error) {
    if (error instanceof GongkaiError && error.code === 'agency-tree-cycle') return error.facts['agencies'];
    throw error;
  }
  return [];
}
