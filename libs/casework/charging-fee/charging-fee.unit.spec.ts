import { describe, expect, it } from '@jest/globals';
import { recordCorrection } from '../requesting-correction/record-correction.js';
import { requestCorrection } from '../requesting-correction/request-correction.js';
import { did, given, received } from '../testkit/case-specification.js';
import { issueFeeNotice } from './issue-fee-notice.js';
import { recordFeeLapse } from './record-fee-lapse.js';
import { recordFeeNoticeDelivery } from './record-fee-notice-delivery.js';
import { recordPayment } from './record-payment.js';

const byPiece = { on: '2024-03-11', method: 'per-piece', pieces: 35, priorPiecesThisMonth: 0 } as const;
const noticed = [received('2024-03-01'), did(issueFeeNotice, byPiece)];
// The 20th working day after 2024-03-13 is 2024-04-11.
const delivered = [...noticed, did(recordFeeNoticeDelivery, { on: '2024-03-13' })];

describe('issue a fee notice (Art. 42)', () => {
  it('charges by piece', () => {
    given(received('2024-03-01'))
      .when(issueFeeNotice, byPiece)
      .thenCase({
        status: 'awaiting-payment',
        fee: {
          method: 'per-piece',
          quantity: 35,
          amountFen: 3_000_00,
          noticeOn: '2024-03-11',
          deliveredOn: null,
          paidOn: null,
        },
      });
  });

  it('charges by page', () => {
    given(received('2024-03-01'))
      .when(issueFeeNotice, { on: '2024-03-11', method: 'per-page', pages: 250 })
      .thenRecords({ amountFen: 4_700_00 });
  });

  it('charges by one method only', () => {
    given(received('2024-03-01'))
      .when(issueFeeNotice, { ...byPiece, pages: 250 })
      .thenRefused('invalid-input', 'body.pages');
    given(received('2024-03-01'))
      .when(issueFeeNotice, { ...byPiece, method: 'per-mood' })
      .thenRefused('invalid-input', 'body.method');
    given(received('2024-03-01'))
      .when(issueFeeNotice, { ...byPiece, amountFen: 1 })
      .thenRefused('invalid-input', 'body.amountFen');
  });

  it('does not charge nothing', () => {
    given(received('2024-03-01'))
      .when(issueFeeNotice, { ...byPiece, pieces: 10 })
      .thenRefused('nothing-to-charge', 'body.pieces');
    given(received('2024-03-01'))
      .when(issueFeeNotice, { on: '2024-03-11', method: 'per-page', pages: 30 })
      .thenRefused('nothing-to-charge', 'body.pages');
  });

  it('happens once', () => {
    given(...delivered, did(recordPayment, { on: '2024-03-20', amountFen: 3_000_00 }))
      .when(issueFeeNotice, { ...byPiece, on: '2024-03-21' })
      .thenRefused('fee-already-noticed');
  });

  it('does not come before receipt or before the corrected application', () => {
    given(received('2024-03-12')).when(issueFeeNotice, byPiece).thenRefused('date-order', 'body.on');
    given(
      received('2024-03-01'),
      did(requestCorrection, { on: '2024-03-05', items: ['description'], correctBy: '2024-03-20' }),
      did(recordCorrection, { on: '2024-03-12' }),
    )
      .when(issueFeeNotice, byPiece)
      .thenRefused('date-order', 'body.on');
  });
});

describe('record the delivery of a fee notice', () => {
  it('notes the day, once, not before the notice', () => {
    given(...noticed)
      .when(recordFeeNoticeDelivery, { on: '2024-03-13' })
      .thenRecords({ on: '2024-03-13' });
    given(...noticed)
      .when(recordFeeNoticeDelivery, { on: '2024-03-10' })
      .thenRefused('date-order', 'body.on');
    given(...delivered)
      .when(recordFeeNoticeDelivery, { on: '2024-03-14' })
      .thenRefused('fee-notice-already-delivered');
  });
});

describe('record a payment', () => {
  it('goes on with the case; the clock begins anew', () => {
    given(...delivered)
      .when(recordPayment, { on: '2024-03-20', amountFen: 3_000_00 })
      .thenCase({ status: 'in-progress' });
  });

  it.each([2_999_99, 3_000_01])('takes no other amount: %d', (amountFen) => {
    const error = given(...delivered)
      .when(recordPayment, { on: '2024-03-20', amountFen })
      .thenRefused('payment-not-exact', 'body.amountFen');
    expect(error.facts).toMatchObject({ noticedFen: 3_000_00, paidFen: amountFen });
  });

  it('does not come before the notice', () => {
    given(...noticed)
      .when(recordPayment, { on: '2024-03-10', amountFen: 3_000_00 })
      .thenRefused('date-order', 'body.on');
    given(...delivered)
      .when(recordPayment, { on: '2024-03-12', amountFen: 3_000_00 })
      .thenRefused('date-order', 'body.on');
  });

  it('needs a notice', () => {
    given(received('2024-03-01'))
      .when(recordPayment, { on: '2024-03-20', amountFen: 3_000_00 })
      .thenRefused('step-not-allowed');
  });
});

describe('record that a fee lapsed', () => {
  it('ends the case after the 20th working day', () => {
    given(...delivered)
      .when(recordFeeLapse, { on: '2024-04-12' })
      .thenCase({ status: 'closed', ending: { on: '2024-04-12', outcome: 'other_fee_unpaid' } });
  });

  it('waits until then', () => {
    given(...delivered)
      .when(recordFeeLapse, { on: '2024-04-11' })
      .thenRefused('period-still-running', 'body.on');
  });

  it('needs a delivery', () => {
    given(...noticed)
      .when(recordFeeLapse, { on: '2024-04-12' })
      .thenRefused('fee-notice-not-delivered', 'body.on');
  });
});
