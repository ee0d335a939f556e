import { describe, it } from '@jest/globals';
import { did, given, received } from '../testkit/case-specification.js';
import { confirmReceipt } from './confirm-receipt.js';

describe('confirm receipt (Art. 31)', () => {
  it.each(['ordinary-mail', 'internet', 'fax', 'email'] as const)('fixes the receipt date of %s', (channel) => {
    given(received('2024-03-01', { channel }))
      .when(confirmReceipt, { on: '2024-03-04' })
      .thenCase({ status: 'in-progress', arrivedOn: '2024-03-01', receivedOn: '2024-03-04' });
  });

  it.each(['in-person', 'registered-mail'] as const)('has nothing to add to %s', (channel) => {
    given(received('2024-03-01', { channel }))
      .when(confirmReceipt, { on: '2024-03-04' })
      .thenRefused('step-not-allowed');
  });

  it('waits where the letter went astray inside the agency', () => {
    given(received('2024-03-01', { channel: 'registered-mail', addressedElsewhere: true }))
      .when(confirmReceipt, { on: '2024-03-08' })
      .thenCase({ receivedOn: '2024-03-08' });
  });

  it('does not come before the application arrived', () => {
    given(received('2024-03-01', { channel: 'fax' }))
      .when(confirmReceipt, { on: '2024-02-29' })
      .thenRefused('date-order', 'body.on');
  });

  it('does not come twice', () => {
    given(received('2024-03-01', { channel: 'fax' }), did(confirmReceipt, { on: '2024-03-01' }))
      .when(confirmReceipt, { on: '2024-03-02' })
      .thenRefused('step-not-allowed');
  });
});
