import { describe, expect, it } from '@jest/globals';
import { agencies, agencyDeed, founding } from '../../testkit/agencies.js';
import { existsOn } from '../agency.js';

const dissolve = (agency: string, on: string, rest: object = {}) =>
  agencyDeed('dissolve-agency', agency, { on, ...rest });
const both = [founding('county'), founding('bureau', { parentId: 'county' })];

describe('dissolve an agency', () => {
  it('ends it with the day before', () => {
    const bureau = agencies.after(...both, dissolve('bureau', '2023-12-31', { successorId: 'county' })).get('bureau')!;
    expect(existsOn(bureau, '2014-12-31')).toBe(false);
    expect(existsOn(bureau, '2023-12-30')).toBe(true);
    expect(existsOn(bureau, '2023-12-31')).toBe(false);
    expect(bureau.dissolution).toEqual({ on: '2023-12-31', successorId: 'county' });
  });

  it('waits until nobody stands below, on that day or later', () => {
    const error = agencies
      .given(...both)
      .when(dissolve('county', '2023-01-01'))
      .thenRefused('agency-has-subordinates');
    expect(error.facts).toMatchObject({ subordinates: ['bureau'] });
    agencies
      .given(
        founding('county'),
        founding('bureau'),
        agencyDeed('move-agency', 'bureau', { on: '2024-01-01', parentId: 'county' }),
      )
      .when(dissolve('county', '2023-01-01'))
      .thenRefused('agency-has-subordinates');
    agencies
      .given(founding('county'), founding('bureau', { on: '2024-01-01', parentId: 'county' }))
      .when(dissolve('county', '2023-01-01'))
      .thenRefused('agency-has-subordinates');
  });

  it('is free once those below have left or are gone themselves', () => {
    agencies
      .given(...both, agencyDeed('move-agency', 'bureau', { on: '2022-01-01', parentId: null }))
      .when(dissolve('county', '2022-01-01'))
      .thenRecords('agency.dissolved', { agency: 'county', on: '2022-01-01' });
    agencies
      .given(...both, dissolve('bureau', '2022-01-01'))
      .when(dissolve('county', '2022-01-01'))
      .thenRecords('agency.dissolved', { agency: 'county' });
  });

  it('names a successor that exists and is another', () => {
    agencies
      .given(...both)
      .when(dissolve('bureau', '2023-01-01', { successorId: 'nobody' }))
      .thenRefused('agency-not-existing', 'body.successorId');
    agencies
      .given(...both)
      .when(dissolve('bureau', '2023-01-01', { successorId: 'bureau' }))
      .thenRefused('agency-own-successor', 'body.successorId');
  });

  it('happens once, and nothing happens after it; what happened before may be entered late', () => {
    const gone = agencies.given(...both, dissolve('bureau', '2023-01-01'));
    gone.when(dissolve('bureau', '2022-01-01')).thenRefused('agency-dissolved');
    gone
      .when(agencyDeed('rename-agency', 'bureau', { on: '2023-01-01', name: '新局' }))
      .thenRefused('agency-dissolved');
    gone
      .when(agencyDeed('rename-agency', 'bureau', { on: '2022-12-31', name: '新局' }))
      .thenRecords('agency.renamed', { name: '新局' });
  });
});
