import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GongkaiError, type LocalDate } from '#kernel';
import { agencies, agencyDeed, founding, type AgencyDeed } from '../../testkit/agencies.js';
import { existsOn, parentOn, type AgencyState } from '../agency.js';
import { ScopesOfYear } from './members.js';

const move = (agency: string, on: string, parentId: string | null) =>
  agencyDeed('move-agency', agency, { on, parentId });
const dissolve = (agency: string, on: string, successorId?: string) =>
  agencyDeed('dissolve-agency', agency, { on, ...(successorId !== undefined && { successorId }) });

/** A city with its office and a bureau; below it a district with an office of its own, two bureaus, a station and two towns. */
const place = [
  founding('city', { level: 'city' }),
  founding('city-hall', { level: 'city-office', parentId: 'city' }),
  founding('city-bureau', { level: 'city-dept', parentId: 'city' }),
  founding('district', { level: 'district', parentId: 'city' }),
  founding('bureau-a', { level: 'district-dept', parentId: 'district' }),
  founding('bureau-b', { level: 'district-dept', parentId: 'district' }),
  founding('station', { level: 'district-dept', parentId: 'bureau-a' }),
  founding('town-1', { level: 'town', parentId: 'district' }),
  founding('town-2', { level: 'town', parentId: 'district' }),
  founding('tax', { level: 'district-dept', parentId: null }),
];

const inYear = (year: number, ...deeds: readonly AgencyDeed[]) =>
  new ScopesOfYear(agencies.after(...place, ...deeds), year);
const ids = (scopes: ScopesOfYear, agency: string, scope: 'own' | 'level' | 'region') =>
  scopes.membersOf(agency, scope).map(({ agencyId }) => agencyId);

describe('the members of a scope', () => {
  it('own is the body alone', () => {
    expect(ids(inYear(2023), 'district', 'own')).toEqual(['district']);
  });

  it('level is a government and its departments: no town, no lower government and nothing below one', () => {
    expect(ids(inYear(2023), 'district', 'level')).toEqual(['bureau-a', 'bureau-b', 'district', 'station']);
    expect(ids(inYear(2023), 'city', 'level')).toEqual(['city', 'city-bureau', 'city-hall']);
    expect(ids(inYear(2023), 'town-1', 'level')).toEqual(['town-1']);
  });

  it('region is everything below; a vertical agency without a parent is in no territory', () => {
    expect(ids(inYear(2023), 'district', 'region')).toEqual([
      'bureau-a',
      'bureau-b',
      'district',
      'station',
      'town-1',
      'town-2',
    ]);
    expect(ids(inYear(2023), 'city', 'region')).toHaveLength(9);
    expect(ids(inYear(2023), 'tax', 'region')).toEqual(['tax']);
    expect(ids(inYear(2023, move('tax', '2023-05-01', 'district')), 'district', 'region')).toContain('tax');
  });

  it('are totalled by governments with anybody below them at the end of the year, and by nobody else', () => {
    const totalling = (scopes: ScopesOfYear) =>
      ['city', 'city-hall', 'district', 'bureau-a', 'town-1', 'tax', 'nobody'].filter((id) => scopes.totals(id));
    expect(totalling(inYear(2023))).toEqual(['city', 'district']);
    expect(totalling(inYear(2023, move('tax', '2023-12-31', 'town-1')))).toEqual(['city', 'district', 'town-1']);
    expect(totalling(inYear(2023, move('tax', '2024-01-01', 'town-1')))).toEqual(['city', 'district']);
  });

  it('an office asks for the tables of its government; one without a government stands for it', () => {
    expect(ids(inYear(2023), 'city-hall', 'region')).toEqual(ids(inYear(2023), 'city', 'region'));
    expect(ids(inYear(2023), 'city-hall', 'own')).toEqual(['city-hall']);
    const alone = new ScopesOfYear(
      agencies.after(
        founding('province', { level: 'province' }),
        founding('hall', { level: 'city-office', parentId: 'province' }),
        founding('bureau', { level: 'city-dept', parentId: 'hall' }),
      ),
      2023,
    );
    expect(ids(alone, 'province', 'level')).toEqual(['province']);
    expect(ids(alone, 'hall', 'level')).toEqual(['bureau', 'hall']);
  });

  it('a body founded in mid-year is in, one that moved is with its new parent only', () => {
    const scopes = inYear(
      2023,
      founding('new-town', { level: 'town', parentId: 'district', on: '2023-07-01' }),
      move('town-2', '2023-07-01', 'city'),
    );
    expect(ids(scopes, 'district', 'region')).toContain('new-town');
    expect(ids(scopes, 'district', 'region')).not.toContain('town-2');
    expect(ids(scopes, 'city', 'region')).toContain('town-2');
    const before = inYear(2022, founding('new-town', { level: 'town', parentId: 'district', on: '2023-07-01' }));
    expect(ids(before, 'district', 'region')).not.toContain('new-town');
  });

  it('a merged body counts with its successor, in the year and after it, also where that one is merged in turn', () => {
    const merged = [dissolve('town-2', '2023-06-01', 'town-1'), dissolve('station', '2023-06-01', 'bureau-b')];
    expect(ids(inYear(2022, ...merged), 'town-1', 'region')).toEqual(['town-1']);
    for (const year of [2023, 2024]) {
      expect(ids(inYear(year, ...merged), 'town-1', 'region')).toEqual(['town-1', 'town-2']);
      expect(ids(inYear(year, ...merged), 'bureau-b', 'level')).toEqual(['bureau-b', 'station']);
      expect(ids(inYear(year, ...merged), 'bureau-a', 'level')).toEqual(['bureau-a']);
    }
    expect(inYear(2023, ...merged).membersOf('town-1', 'region')[1]).toMatchObject({
      agencyId: 'town-2',
      dissolvedOn: '2023-06-01',
      countsWith: 'town-1',
    });
    const again = inYear(2023, ...merged, dissolve('town-1', '2023-12-31', 'bureau-b'));
    expect(ids(again, 'bureau-b', 'level')).toEqual(['bureau-b', 'station', 'town-1', 'town-2']);
  });

  it('a body dissolved without a successor counts with the body that it stood under last', () => {
    expect(ids(inYear(2023, dissolve('town-2', '2023-06-01')), 'district', 'level')).toContain('town-2');
    expect(ids(inYear(2023, dissolve('tax', '2023-06-01')), 'city', 'region')).not.toContain('tax');
  });

  it('a body that is gone has no level or region, and says where it counts', () => {
    expect(() => inYear(2023, dissolve('town-2', '2023-06-01', 'town-1')).membersOf('town-2', 'region')).toThrow(
      expect.objectContaining({ code: 'not-in-tree', facts: expect.objectContaining({ countsWith: 'town-1' }) }),
    );
    expect(() => inYear(2023).membersOf('nobody', 'region')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

const BODIES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const LEVELS = ['town', 'district-dept', 'district', 'city-office', 'city'] as const;
const body = fc.constantFrom(...BODIES);
const day = fc
  .tuple(fc.integer({ min: 2019, max: 2024 }), fc.constantFrom('01-01', '06-15', '12-31'))
  .map(([year, rest]): LocalDate => `${year}-${rest}` as LocalDate);

const anyDeed: fc.Arbitrary<AgencyDeed> = fc.oneof(
  fc
    .tuple(body, day, fc.constantFrom(...LEVELS), fc.option(body))
    .map(([agency, on, level, parentId]) => founding(agency, { on, level, parentId })),
  fc.tuple(body, day, fc.option(body)).map(([agency, on, parentId]) => move(agency, on, parentId)),
  fc.tuple(body, day, fc.option(body, { nil: undefined })).map(([agency, on, to]) => dissolve(agency, on, to)),
);

/** The agencies after those of the deeds that are legal. */
function reorganised(deeds: readonly AgencyDeed[]): ReadonlyMap<string, AgencyState> {
  const taken: AgencyDeed[] = [];
  for (const deed of deeds) {
    try {
      agencies.after(...taken, deed);
      taken.push(deed);
    } catch (error) {
      if (!(error instanceof GongkaiError)) throw error;
    }
  }
  return agencies.after(...taken);
}

/** The slow way: who stood in whose place, found by walking step by step. */
function standsFor(states: ReadonlyMap<string, AgencyState>, agencyId: string, end: LocalDate): string | null {
  const state = states.get(agencyId);
  if (state === undefined) return null;
  if (existsOn(state, end)) return agencyId;
  if (state.dissolution === null || state.dissolution.on > end) return null;
  const next = state.dissolution.successorId ?? parentOn(state, state.dissolution.on);
  return next === null ? null : standsFor(states, next, end);
}

describe('the members of scopes after random reorganisations', () => {
  it('every body counts once on every storey of the tree, and the region of a body is itself and the regions below it', () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 30 }), fc.integer({ min: 2019, max: 2025 }), (deeds, year) => {
        const states = reorganised(deeds);
        const end = `${year}-12-31` as LocalDate;
        const scopes = new ScopesOfYear(states, year);
        const standing = [...states.values()].filter((state) => existsOn(state, end));
        const isOffice = ({ level }: AgencyState) => level === 'city-office';
        const region = (id: string) => scopes.membersOf(id, 'region').map(({ agencyId }) => agencyId);

        for (const state of standing.filter((one) => !isOffice(one))) {
          const { agencyId } = state;
          const merged = [...states.keys()].filter((id) => standsFor(states, id, end) === agencyId);
          const below = standing.filter((one) => parentOn(one, end) === agencyId && !isOffice(one));
          const offices = standing.filter((one) => parentOn(one, end) === agencyId && isOffice(one));
          const expected = [...merged, ...below.flatMap((one) => region(one.agencyId))];
          // Offices are asked for in their own name only where they stand for a government; here their bodies are walked.
          for (const office of offices) expected.push(...underOffice(states, office.agencyId, end));
          expect(region(agencyId)).toEqual(expected.sort());
          expect(new Set(expected).size).toBe(expected.length);
          expect(region(agencyId)).toEqual(
            expect.arrayContaining(scopes.membersOf(agencyId, 'level').map((m) => m.agencyId)),
          );
        }

        const tops = standing.filter((one) => parentOn(one, end) === null);
        const counted = tops.flatMap((one) => region(one.agencyId)).sort();
        const everybody = [...states.keys()].filter((id) => standsFor(states, id, end) !== null).sort();
        expect(counted).toEqual(everybody);
      }),
      { numRuns: 300 },
    );
  });

  it('the tables that a body is in are those that count it', () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 30 }), fc.integer({ min: 2019, max: 2025 }), (deeds, year) => {
        const states = reorganised(deeds);
        const scopes = new ScopesOfYear(states, year);
        for (const id of states.keys()) {
          for (const { agencyId, scope } of scopes.scopesWith(id)) {
            const asked = scopes.membersOf(agencyId, scope).map((member) => member.agencyId);
            // An office below its government answers with the tables of that government, which hold the body too.
            expect(asked).toContain(id);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

function underOffice(states: ReadonlyMap<string, AgencyState>, office: string, end: LocalDate): readonly string[] {
  const merged = [...states.keys()].filter((id) => standsFor(states, id, end) === office);
  const below = [...states.values()].filter((one) => existsOn(one, end) && parentOn(one, end) === office);
  return [...merged, ...below.flatMap((one) => underOffice(states, one.agencyId, end))];
}
