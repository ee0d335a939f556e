import { describe, expect, it } from '@jest/globals';
import { agencies, agencyDeed, founding } from '../../testkit/agencies.js';
import { parentOn } from '../agency.js';

const move = (agency: string, on: string, parentId: string | null) =>
  agencyDeed('move-agency', agency, { on, parentId });

/** city above county above bureau, from 2015 on. */
const chain = [founding('city'), founding('county', { parentId: 'city' }), founding('bureau', { parentId: 'county' })];

describe('move an agency', () => {
  it('keeps the parent of every time', () => {
    const bureau = agencies
      .after(...chain, move('bureau', '2020-07-01', 'city'), move('bureau', '2024-01-01', null))
      .get('bureau')!;
    expect(parentOn(bureau, '2014-12-31')).toBeNull();
    expect(parentOn(bureau, '2020-06-30')).toBe('county');
    expect(parentOn(bureau, '2020-07-01')).toBe('city');
    expect(parentOn(bureau, '2024-01-01')).toBeNull();
  });

  it('needs a parent that exists on that day', () => {
    agencies
      .given(...chain)
      .when(move('bureau', '2020-01-01', 'nobody'))
      .thenRefused('agency-not-existing', 'body.parentId');
    agencies
      .given(...chain, founding('district', { on: '2021-01-01' }))
      .when(move('bureau', '2020-12-31', 'district'))
      .thenRefused('agency-not-existing', 'body.parentId');
  });

  it('never puts an agency above itself', () => {
    const error = agencies
      .given(...chain)
      .when(move('city', '2020-01-01', 'bureau'))
      .thenRefused('agency-cycle', 'body.parentId');
    expect(error.facts).toMatchObject({ date: '2020-01-01', agencies: ['bureau', 'county', 'city'] });
    agencies
      .given(...chain)
      .when(move('county', '2020-01-01', 'county'))
      .thenRefused('agency-cycle', 'body.parentId');
  });

  it('sees a cycle that would only begin on a later day', () => {
    const error = agencies
      .given(...chain, move('bureau', '2018-01-01', null), move('bureau', '2022-01-01', 'county'))
      .when(move('city', '2019-01-01', 'bureau'))
      .thenRefused('agency-cycle', 'body.parentId');
    expect(error.facts).toMatchObject({ date: '2022-01-01' });
  });

  it('may stand above its former superior once it has left it', () => {
    agencies
      .given(...chain, move('bureau', '2019-01-01', null))
      .when(move('county', '2020-01-01', 'bureau'))
      .thenRecords('agency.moved', { agency: 'county', parentId: 'bureau' });
  });
});
