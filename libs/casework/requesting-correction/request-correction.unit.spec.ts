import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { did, given, received } from '../testkit/case-specification.js';
import { requestCorrection } from './request-correction.js';

const notice = { on: '2024-03-05', items: ['contact'], correctBy: '2024-03-20' } satisfies z.input<
  typeof requestCorrection.body
>;

describe('request a correction (Art. 30)', () => {
  it('waits for the applicant from then on', () => {
    given(received('2024-03-01'))
      .when(requestCorrection, notice)
      .thenCase({
        status: 'awaiting-correction',
        correction: { requestedOn: '2024-03-05', correctBy: '2024-03-20', correctedOn: null },
      });
  });

  it('is not refused for being late: the breach shows in the clock', () => {
    given(received('2024-03-01'))
      .when(requestCorrection, { ...notice, on: '2024-03-19' })
      .thenRecords({ on: '2024-03-19' });
  });

  it('is not sent before the application was received', () => {
    given(received('2024-03-06')).when(requestCorrection, notice).thenRefused('date-order', 'body.on');
  });

  it('needs at least one item', () => {
    given(received('2024-03-01'))
      .when(requestCorrection, { ...notice, items: [] })
      .thenRefused('invalid-input', 'body.items');
  });

  it('names an item once; old entries that name it twice stay readable', () => {
    const twice = { ...notice, items: ['contact' as const, 'contact' as const] };
    given(received('2024-03-01')).when(requestCorrection, twice).thenRefused('invalid-input', 'body.items');
    expect(requestCorrection.event.schema.safeParse(twice).success).toBe(true);
  });

  it('leaves the applicant time', () => {
    given(received('2024-03-01'))
      .when(requestCorrection, { ...notice, correctBy: '2024-03-05' })
      .thenRefused('date-order', 'body.correctBy');
  });

  it('does not come twice while the first one waits', () => {
    given(received('2024-03-01'), did(requestCorrection, notice))
      .when(requestCorrection, notice)
      .thenRefused('step-not-allowed');
  });
});
