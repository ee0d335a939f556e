import { describe, it } from '@jest/globals';
import type { Case } from '../case.js';
import { caseAfter, did, given, received } from '../testkit/case-specification.js';
import { withdrawApplication } from '../withdrawing/withdraw-application.js';
import { receiveApplication } from './receive-application.js';

const WHOLE = received('2024-03-01', { caseId: 'whole' });
const withdrawn = did(withdrawApplication, { on: '2024-03-20', written: true, identityChecked: true });

const splitting = (related: Case | null, more: object = {}) =>
  given().when(
    receiveApplication,
    {
      on: '2024-03-01',
      channel: 'in-person',
      applicantRef: 'applicant-1',
      applicantKind: 'natural-person',
      splitFrom: 'whole',
      ...more,
    },
    { related },
  );

describe('an application split from another one (一事一申请)', () => {
  it.each(['2024-03-01', '2024-03-08'])('arrives with the whole or, filed anew, after it: %s', (on) => {
    splitting(caseAfter(WHOLE), { on }).thenRecords({ splitFrom: 'whole', on });
  });

  it('does not arrive before the whole', () => {
    splitting(caseAfter(WHOLE), { on: '2024-02-29' }).thenRefused('date-order', 'body.on');
  });

  it('comes from a case that is there', () => {
    splitting(null).thenRefused('split-source-unfit', 'body.splitFrom');
    splitting(caseAfter(received('2024-03-01', { caseId: 'other' }))).thenRefused('split-source-unfit');
  });

  it('comes from a case of the same agency', () => {
    splitting({ ...caseAfter(WHOLE), agency: 'agency-2' }).thenRefused('split-source-unfit', 'body.splitFrom');
  });

  it('comes from the same applicant', () => {
    splitting(caseAfter(WHOLE), { applicantRef: 'applicant-2' }).thenRefused('split-source-unfit', 'body.splitFrom');
  });

  it('does not come from itself', () => {
    splitting(null, { splitFrom: 'case-1' }).thenRefused('split-source-unfit', 'body.splitFrom');
  });

  it('may be entered late, when the whole is closed, but did not arrive after that', () => {
    const ended = caseAfter(WHOLE, withdrawn);
    splitting(ended, { on: '2024-03-20' }).thenRecords({ splitFrom: 'whole' });
    splitting(ended, { on: '2024-03-21' }).thenRefused('split-source-closed');
  });
});
