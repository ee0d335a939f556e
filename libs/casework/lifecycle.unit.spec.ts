import { describe, expect, it } from '@jest/globals';
import { CASE_STATUSES } from './case.js';
import { receiveApplication } from './receiving-application/receive-application.js';
import { allowedSteps, assertAllowed, offeredSteps } from './lifecycle.js';

describe('the steps that are offered', () => {
  it('are those that the life cycle allows, but for the carrying forward, which only the closing of a year issues', () => {
    for (const status of CASE_STATUSES) {
      expect(offeredSteps(status)).toEqual(allowedSteps(status).filter((step) => step !== 'carry-forward'));
    }
    expect(allowedSteps('in-progress')).toContain('carry-forward');
  });

  it('are what a refusal names', () => {
    const refusal = expect.objectContaining({
      code: 'step-not-allowed',
      facts: { status: 'in-progress', step: receiveApplication.name, allowedSteps: offeredSteps('in-progress') },
    }) as unknown as Error;
    expect(() => assertAllowed(receiveApplication.name, 'in-progress')).toThrow(refusal);
  });
});
