import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#kernel';
import { agencies, agencyDeed, founding, type AgencyDeed } from '../../testkit/agencies.js';
import { nameOn } from '../agency.js';

const rename = (on: string, name: string) => agencyDeed('rename-agency', 'bureau', { on, name });

const namesAfter = (...deeds: AgencyDeed[]) => {
  const bureau = agencies.after(founding('bureau', { name: '国土资源局' }), ...deeds).get('bureau')!;
  return (...dates: LocalDate[]) => dates.map((date) => nameOn(bureau, date));
};

describe('rename an agency', () => {
  it('keeps the name of every time', () => {
    const names = namesAfter(rename('2019-01-01', '自然资源局'));
    expect(names('2014-12-31', '2018-12-31', '2019-01-01', '2025-01-01')).toEqual([
      '国土资源局',
      '国土资源局',
      '自然资源局',
      '自然资源局',
    ]);
  });

  it('may be entered late, between two names', () => {
    const names = namesAfter(rename('2022-01-01', '自然资源和规划局'), rename('2019-01-01', '自然资源局'));
    expect(names('2018-06-01', '2020-06-01', '2022-06-01')).toEqual(['国土资源局', '自然资源局', '自然资源和规划局']);
  });

  it('puts a slip right by another name for the same day', () => {
    expect(namesAfter(rename('2019-01-01', '自然资原局'), rename('2019-01-01', '自然资源局'))('2019-01-01')).toEqual([
      '自然资源局',
    ]);
  });

  it('is not before the founding', () => {
    agencies.given(founding('bureau')).when(rename('2014-12-31', '新局')).thenRefused('date-order', 'body.on');
  });
});
