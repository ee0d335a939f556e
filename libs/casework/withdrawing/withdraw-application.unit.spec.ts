import { describe, it } from '@jest/globals';
import { did, given, received } from '../testkit/case-specification.js';
import { withdrawApplication } from './withdraw-application.js';

const withdrawal = { on: '2024-03-11', written: true, identityChecked: true } as const;

describe('withdrawing an application', () => {
  it('ends the case, which stays counted under （六）3', () => {
    given(received('2024-03-01'))
      .when(withdrawApplication, withdrawal)
      .thenCase({
        status: 'closed',
        receivedOn: '2024-03-01',
        ending: { on: '2024-03-11', outcome: 'other_withdrawn' },
      });
  });

  it('of a case whose receipt was never confirmed counts it as received on that day', () => {
    given(received('2024-03-01', { channel: 'internet' }))
      .when(withdrawApplication, withdrawal)
      .thenCase({ status: 'closed', receivedOn: '2024-03-11' });
  });

  it.each([
    ['on the telephone', { written: false }, 'body.written'],
    ['by somebody unchecked', { identityChecked: false }, 'body.identityChecked'],
  ])('is refused %s', (_how, fault, path) => {
    given(received('2024-03-01'))
      .when(withdrawApplication, { ...withdrawal, ...fault })
      .thenRefused('invalid-input', path);
  });

  it('is refused before the receipt and after the end', () => {
    given(received('2024-03-01'))
      .when(withdrawApplication, { ...withdrawal, on: '2024-02-29' })
      .thenRefused('date-order', 'body.on');
    given(received('2024-03-01'), did(withdrawApplication, withdrawal))
      .when(withdrawApplication, withdrawal)
      .thenRefused('step-not-allowed');
  });
});
