import { describe, expect, it } from '@jest/globals';
import { agencies, agencyDeed, founding, type AgencyDeed } from '../../testkit/agencies.js';
import { policyOn } from '../agency.js';
import { DEFAULT_AGENCY_POLICY, formFor, policyChangesSchema } from '../policy.js';

const set = (on: string, policy: object) => agencyDeed('set-policy', 'bureau', { on, policy });
const bureauAfter = (...deeds: AgencyDeed[]) => agencies.after(founding('bureau'), ...deeds).get('bureau')!;

describe('set the policy of an agency', () => {
  it('is the default until something is set', () => {
    expect(policyOn(bureauAfter(), '2023-01-01')).toEqual({
      reviewRequired: true,
      internetReceipt: 'confirmation',
      feeDecimals: 4,
      form: 'prescribed',
    });
  });

  it('changes what it names, from that day on, in the order of dates', () => {
    const bureau = bureauAfter(
      set('2022-01-01', { feeDecimals: 2, reviewRequired: false }),
      set('2020-01-01', { feeDecimals: 0, form: '2019' }),
    );
    expect(policyOn(bureau, '2019-12-31')).toEqual(DEFAULT_AGENCY_POLICY);
    expect(policyOn(bureau, '2021-12-31')).toEqual({ ...DEFAULT_AGENCY_POLICY, feeDecimals: 0, form: '2019' });
    expect(policyOn(bureau, '2022-01-01')).toEqual({
      ...DEFAULT_AGENCY_POLICY,
      feeDecimals: 2,
      form: '2019',
      reviewRequired: false,
    });
  });

  it('adds up what is set for the same day', () => {
    const bureau = bureauAfter(
      set('2022-01-01', { feeDecimals: 2, form: '2019' }),
      set('2022-01-01', { feeDecimals: 3 }),
    );
    expect(policyOn(bureau, '2022-01-01')).toEqual({ ...DEFAULT_AGENCY_POLICY, feeDecimals: 3, form: '2019' });
  });

  it('can change every choice there is', () => {
    expect(Object.keys(policyChangesSchema.shape).sort()).toEqual(Object.keys(DEFAULT_AGENCY_POLICY).sort());
  });

  it('changes something', () => {
    agencies.given(founding('bureau')).when(set('2022-01-01', {})).thenRefused('nothing-changed', 'body.policy');
  });

  it.each([
    [{ feeDecimals: 5 }, 'body.policy.feeDecimals'],
    [{ feeDecimals: 1.5 }, 'body.policy.feeDecimals'],
    [{ form: '2020' }, 'body.policy.form'],
    [{ fourEyes: false }, 'body.policy.fourEyes'],
  ])('refuses %j', (policy, path) => {
    agencies.given(founding('bureau')).when(set('2022-01-01', policy)).thenRefused('invalid-input', path);
  });

  it('uses the prescribed form of the year unless one is named', () => {
    expect([2019, 2020, 2021, 2025].map((year) => formFor(DEFAULT_AGENCY_POLICY, year))).toEqual([
      '2019',
      '2019',
      '2021',
      '2021',
    ]);
    expect(formFor({ ...DEFAULT_AGENCY_POLICY, form: '2019' }, 2023)).toBe('2019');
  });
});
