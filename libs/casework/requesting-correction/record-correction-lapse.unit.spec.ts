import { describe, it } from '@jest/globals';
import { did, given, received } from '../testkit/case-specification.js';
import { recordCorrectionLapse } from './record-correction-lapse.js';
import { requestCorrection } from './request-correction.js';

const asked = [
  received('2024-03-01'),
  did(requestCorrection, { on: '2024-03-05', items: ['description'], correctBy: '2024-03-20' }),
];

describe('record that a correction lapsed (Art. 30)', () => {
  it('ends the case', () => {
    given(...asked)
      .when(recordCorrectionLapse, { on: '2024-03-21', noGoodReason: true })
      .thenCase({ status: 'closed', ending: { on: '2024-03-21', outcome: 'other_correction_lapsed' } });
  });

  it('waits until the date to correct is over', () => {
    given(...asked)
      .when(recordCorrectionLapse, { on: '2024-03-20', noGoodReason: true })
      .thenRefused('period-still-running', 'body.on');
  });

  it('needs a person who finds no good reason', () => {
    given(...asked)
      .when(recordCorrectionLapse, { on: '2024-03-21' })
      .thenRefused('invalid-input', 'body.noGoodReason');
  });

  it('needs a notice', () => {
    given(received('2024-03-01'))
      .when(recordCorrectionLapse, { on: '2024-03-21', noGoodReason: true })
      .thenRefused('step-not-allowed');
  });
});
