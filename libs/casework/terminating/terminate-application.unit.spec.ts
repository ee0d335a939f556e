import { describe, it } from '@jest/globals';
import { given, received } from '../testkit/case-specification.js';
import { terminateApplication } from './terminate-application.js';

const document = { number: '终〔2024〕1号' };

describe('terminating an application', () => {
  it('ends the case under （六）3', () => {
    given(received('2024-03-01'))
      .when(terminateApplication, { on: '2024-03-11', reason: 'applicant-deceased', document })
      .thenCase({ status: 'closed', ending: { on: '2024-03-11', outcome: 'other_terminated' } });
  });

  it('because nobody can be reached only while the receipt is unconfirmed', () => {
    const unreachable = { on: '2024-05-11', reason: 'unreachable', document };
    given(received('2024-03-01', { channel: 'internet' }))
      .when(terminateApplication, unreachable)
      .thenCase({ status: 'closed', receivedOn: '2024-05-11' });
    given(received('2024-03-01')).when(terminateApplication, unreachable).thenRefused('receipt-confirmed');
  });

  it('needs a reason from the list and a document', () => {
    given(received('2024-03-01'))
      .when(terminateApplication, { on: '2024-03-11', reason: 'too-difficult', document })
      .thenRefused('invalid-input', 'body.reason');
    given(received('2024-03-01'))
      .when(terminateApplication, { on: '2024-03-11', reason: 'applicant-deceased', document: {} })
      .thenRefused('invalid-input', 'body.document');
  });
});
