import { describe, it } from '@jest/globals';
import { did, given, received } from '../testkit/case-specification.js';
import { recordCorrection } from './record-correction.js';
import { requestCorrection } from './request-correction.js';

const asked = [
  received('2024-03-01'),
  did(requestCorrection, { on: '2024-03-05', items: ['description'], correctBy: '2024-03-20' }),
];

describe('record a correction (Art. 30)', () => {
  it('goes on with the case; the clock begins anew', () => {
    given(...asked)
      .when(recordCorrection, { on: '2024-03-20' })
      .thenCase({
        status: 'in-progress',
        correction: { requestedOn: '2024-03-05', correctBy: '2024-03-20', correctedOn: '2024-03-20' },
      });
  });

  it('takes a late one for a good reason only', () => {
    given(...asked)
      .when(recordCorrection, { on: '2024-03-21' })
      .thenRefused('correction-late', 'body.goodReason');
    given(...asked)
      .when(recordCorrection, { on: '2024-03-21', goodReason: true })
      .thenCase({ status: 'in-progress' });
    given(...asked)
      .when(recordCorrection, { on: '2024-03-21', goodReason: false })
      .thenRefused('invalid-input', 'body.goodReason');
  });

  it('does not come before the notice', () => {
    given(...asked)
      .when(recordCorrection, { on: '2024-03-04' })
      .thenRefused('date-order', 'body.on');
  });

  it('needs a notice', () => {
    given(received('2024-03-01')).when(recordCorrection, { on: '2024-03-20' }).thenRefused('step-not-allowed');
  });

  it('leaves no room for a second notice', () => {
    given(...asked, did(recordCorrection, { on: '2024-03-15' }))
      .when(requestCorrection, { on: '2024-03-16', items: ['contact'], correctBy: '2024-03-30' })
      .thenRefused('correction-already-requested');
  });
});
