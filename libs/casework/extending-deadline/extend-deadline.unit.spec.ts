import { describe, expect, it } from '@jest/globals';
import { consultThirdParty } from '../consulting/consult-third-party.js';
import { did, given, received } from '../testkit/case-specification.js';
import { extendDeadline } from './extend-deadline.js';

// Due 2024-03-29 without an extension.
const extension = { on: '2024-03-29', workingDays: 20, approvedBy: 'head-1' } as const;

describe('extend the deadline (Art. 33(2))', () => {
  it('extends up to the last day of the clock', () => {
    given(received('2024-03-01')).when(extendDeadline, extension).thenCase({ extension });
  });

  it('comes too late the day after', () => {
    const error = given(received('2024-03-01'))
      .when(extendDeadline, { ...extension, on: '2024-03-30' })
      .thenRefused('extension-after-due', 'body.on');
    expect(error.facts).toMatchObject({ due: '2024-03-29', article: '第三十三条第二款' });
    expect(error.message).toContain('2024-03-29');
  });

  it('is in time while a consultation has no end in sight', () => {
    given(received('2024-03-01'), did(consultThirdParty, { on: '2024-03-05', partyRef: 'party-1' }))
      .when(extendDeadline, { ...extension, on: '2024-05-06' })
      .thenRecords({ on: '2024-05-06' });
  });

  it.each([0, 21, -1, 1.5, '5'])('does not take %p working days', (workingDays) => {
    given(received('2024-03-01'))
      .when(extendDeadline, { ...extension, workingDays })
      .thenRefused('invalid-input', 'body.workingDays');
  });

  it('happens once', () => {
    given(received('2024-03-01'), did(extendDeadline, { ...extension, workingDays: 5 }))
      .when(extendDeadline, extension)
      .thenRefused('already-extended');
  });

  it('needs another person to approve, unless the head acts', () => {
    given(received('2024-03-01'))
      .when(extendDeadline, { ...extension, approvedBy: 'handler-1' })
      .thenRefused('four-eyes', 'body.approvedBy');
    given(received('2024-03-01'))
      .when(extendDeadline, extension, { actor: 'head-1', role: 'head' })
      .thenRecords({ approvedBy: 'head-1' });
  });

  it('does not come before receipt', () => {
    given(received('2024-04-01')).when(extendDeadline, extension).thenRefused('date-order', 'body.on');
  });
});
