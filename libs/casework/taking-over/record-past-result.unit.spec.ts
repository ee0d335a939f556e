import { describe, it } from '@jest/globals';
import { OUTCOME_CODES } from '../outcomes.js';
import { rectifyEntry } from '../rectifying/rectify-entry.js';
import { requestCorrection } from '../requesting-correction/request-correction.js';
import { proposeDecision } from '../deciding/propose-decision.js';
import { did, given, received } from '../testkit/case-specification.js';
import { SOURCE } from '../testkit/source.js';
import { recordPastResult } from './record-past-result.js';

const head = { actor: 'head-1', role: 'head', source: SOURCE } as const;
const on = '2023-03-10';

describe('a result taken over from an older register', () => {
  it.each(OUTCOME_CODES)('ends the case with any outcome, without a decision or a reply: %s', (outcome) => {
    given(received('2023-03-01'))
      .when(recordPastResult, { on, outcome }, head)
      .thenCase({ status: 'closed', ending: { on, outcome }, decision: null, reply: null });
  });

  it('is recorded from a register only', () => {
    given(received('2023-03-01'))
      .when(recordPastResult, { on, outcome: 'granted_provided' }, { ...head, source: undefined })
      .thenRefused('not-from-register');
  });

  it('does not lie before what the register says happened before it', () => {
    const asked = did(requestCorrection, { on: '2023-03-08', items: ['description'], correctBy: '2023-03-20' });
    given(received('2023-03-01'), asked)
      .when(recordPastResult, { on: '2023-03-07', outcome: 'other_correction_lapsed' }, head)
      .thenRefused('date-order', 'body.on');
    given(received('2023-03-01'))
      .when(recordPastResult, { on: '2023-02-28', outcome: 'granted_provided' }, head)
      .thenRefused('date-order', 'body.on');
  });

  it('does not replace the decision of a case that is being decided here', () => {
    given(received('2023-03-01'), did(proposeDecision, { on, outcome: 'granted_provided' }))
      .when(recordPastResult, { on, outcome: 'granted_provided' }, head)
      .thenRefused('step-not-allowed');
  });

  it('is rectified like every other entry', () => {
    given(received('2023-03-01'), did(recordPastResult, { on, outcome: 'granted_provided' }, head))
      .when(rectifyEntry, {
        on: '2024-01-05',
        revision: 1,
        action: { kind: 'correct', fields: { outcome: 'partially_granted' } },
        reason: 'typing-error',
        approvedBy: 'head-2',
      })
      .thenCase({ ending: { on, outcome: 'partially_granted' } });
  });
});
