import { describe, expect, it } from '@jest/globals';
import type { Case } from '../case.js';
import { caseAfter, did, given, received } from '../testkit/case-specification.js';
import { withdrawApplication } from '../withdrawing/withdraw-application.js';
import { mergeApplication } from './merge-application.js';

const merging = (related: Case | null, intoCaseId = 'first') =>
  given(received('2024-03-01')).when(mergeApplication, { on: '2024-03-05', intoCaseId }, { related });
const first = received('2024-02-20', { caseId: 'first' });

describe('merging an application into an open one', () => {
  it('ends the case under （六）3, never as a duplicate (Q16)', () => {
    merging(caseAfter(first)).thenCase({ status: 'closed', ending: { on: '2024-03-05', outcome: 'other_merged' } });
  });

  it('is refused for a case that is unknown, of another agency, of somebody else, or came later', () => {
    merging(null).thenRefused('merge-target-unfit', 'body.intoCaseId');
    merging({ ...caseAfter(first), agency: 'agency-2' }).thenRefused('merge-target-unfit', 'body.intoCaseId');
    merging(caseAfter(received('2024-02-20', { caseId: 'first', applicantRef: 'applicant-2' }))).thenRefused(
      'merge-target-unfit',
      'body.intoCaseId',
    );
    merging(caseAfter(received('2024-03-02', { caseId: 'first' }))).thenRefused(
      'merge-target-unfit',
      'body.intoCaseId',
    );
  });

  it('is refused into itself', () => {
    merging(caseAfter(received('2024-03-01')), 'case-1').thenRefused('merge-target-unfit', 'body.intoCaseId');
  });

  it('is refused into a closed case, with the hint to decide instead', () => {
    const closed = caseAfter(
      first,
      did(withdrawApplication, { on: '2024-02-26', written: true, identityChecked: true }),
    );
    expect(merging(closed).thenRefused('merge-target-closed').facts['hint']).toBe('propose-decision');
  });
});
