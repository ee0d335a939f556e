import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GongkaiError } from '#kernel';
import { agencies, agencyDeed, founding, type AgencyDeed } from '../testkit/agencies.js';
import { agencyTree } from './agency-tree.js';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const YEARS = [2015, 2016, 2017, 2018, 2019, 2020];

const id = fc.constantFrom(...IDS);
const on = fc.constantFrom(...YEARS.flatMap((year) => [`${year}-01-01`, `${year}-07-01`, `${year}-12-31`]));
const parentId = fc.option(id, { freq: 8 });

/** Commands in any order, each dated as it may be: before, behind or on the day of another one. */
const anyDeed: fc.Arbitrary<AgencyDeed> = fc.oneof(
  fc.tuple(id, on, parentId).map(([agency, day, above]) => founding(agency, { on: day, parentId: above })),
  {
    weight: 6,
    arbitrary: fc
      .tuple(id, on, parentId)
      .map(([agency, day, above]) => agencyDeed('move-agency', agency, { on: day, parentId: above })),
  },
  fc
    .tuple(id, on, parentId)
    .map(([agency, day, successorId]) => agencyDeed('dissolve-agency', agency, { on: day, successorId })),
);

/** The agencies after a command; as they were where it is refused. */
function attempted(at: ReturnType<typeof agencies.after>, { name, agency, body }: AgencyDeed) {
  try {
    return { situation: agencies.take(at, { name, agency, body }).situation, moved: name === 'move-agency' };
  } catch (error) {
    if (error instanceof GongkaiError) return { situation: at, moved: false };
    throw error;
  }
}

describe('the commands to agencies', () => {
  it('never make a cycle, in the tree of no year, so that one in a log did not come from them', () => {
    let moves = 0;
    const allFounded = IDS.map((agency) => founding(agency));
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyDeed, { minLength: 4, maxLength: 16 }), (begin, deeds) => {
        let at = agencies.after(...(begin ? allFounded : []));
        for (const deed of deeds) {
          const { situation, moved } = attempted(at, deed);
          at = situation;
          if (moved) moves += 1;
          for (const year of YEARS) expect(() => agencyTree(at.values(), year)).not.toThrow();
        }
      }),
      { numRuns: 400 },
    );
    expect(moves).toBeGreaterThan(400);
  });
});
