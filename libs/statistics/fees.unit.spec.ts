import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currentCase, effectiveHistory, type CaseEntry } from '#casework';
import { yearOf } from '#kernel';
import { countersOf, sumCounters } from './counters.js';
import { countOf } from './evolve-count.js';
import { feesOf } from './fees.js';
import { AGENCIES, caseCounts, someYear } from './testkit/random-counts.js';
import { legalHistory } from './testkit/legal-history.js';

describe('fees of a year', () => {
  it('of any case are those of its state', () => {
    fc.assert(
      fc.property(legalHistory, (history) => {
        const { fee, ending } = currentCase(history)!;
        const count = countOf(effectiveHistory(history) as readonly CaseEntry[])!;
        const lapsed = fee !== null && ending?.outcome === 'other_fee_unpaid';
        expect(count.fee).toEqual(
          fee && {
            noticedYear: yearOf(fee.noticeOn),
            noticedFen: fee.amountFen,
            paidYear: fee.paidOn && yearOf(fee.paidOn),
            paidFen: fee.paidOn && fee.amountFen,
            lapsedYear: lapsed ? yearOf(ending.on) : null,
          },
        );
      }),
    );
  });

  it('are what a slow count of the cases gives', () => {
    fc.assert(
      fc.property(caseCounts, someYear, fc.subarray<string>([...AGENCIES]), (counts, year, agencies) => {
        const fees = counts.filter(({ agency }) => agencies.includes(agency)).flatMap(({ fee }) => fee ?? []);
        const noticed = fees.filter((one) => one.noticedYear === year);
        expect(feesOf(sumCounters(counts.flatMap(countersOf)), agencies, year)).toEqual({
          notices: noticed.length,
          noticedFen: noticed.reduce((sum, one) => sum + one.noticedFen, 0),
          paidFen: fees.filter((one) => one.paidYear === year).reduce((sum, one) => sum + (one.paidFen ?? 0), 0),
          lapsed: fees.filter((one) => one.lapsedYear === year).length,
        });
      }),
    );
  });
});
