import { describe, expect, it } from '@jest/globals';
import { tablesOf } from '#statistics';
import { TABLE2 } from './testkit/year-figures.js';
import { toPublishedJson } from './json.js';

describe('tables for machines', () => {
  it.each([
    ['2021', ['other.overdueCorrection', 'other.overdueFee', 'other.other']],
    ['2019', ['other.all']],
  ] as const)('have the row ids of published data in the order of the %s form', (form, other) => {
    const published = toPublishedJson({
      agency: 'town-1',
      year: 2022,
      form,
      table2: TABLE2,
      ...tablesOf([], [], 2022, form),
      published: { total: 0, channels: [] },
    });
    expect(Object.keys(published)).toEqual(['table2', 'table3', 'table4']);
    expect(Object.keys(published.table3)).toEqual([
      'new',
      'carriedIn',
      'granted',
      'partial',
      'refused.stateSecret',
      'refused.otherLaw',
      'refused.threeSecuritiesOneStability',
      'refused.thirdPartyRights',
      'refused.internalAffairs',
      'refused.processInformation',
      'refused.enforcementFile',
      'refused.administrativeQuery',
      'unable.notHeld',
      'unable.needsCreation',
      'unable.stillUnclear',
      'notProcessed.petition',
      'notProcessed.duplicate',
      'notProcessed.publication',
      'notProcessed.excessive',
      'notProcessed.confirmOrReissue',
      ...other,
      'resolvedTotal',
      'carriedOut',
    ]);
    expect(Object.keys(published.table4)).toEqual(['review', 'suitDirect', 'suitAfterReview']);
    expect(published.table4.review).toEqual([0, 0, 0, 0, 0]);
    expect(published.table3.new).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(published.table2).toEqual(TABLE2);
  });
});
