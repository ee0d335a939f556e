import { describe, expect, it } from '@jest/globals';
import { caseIdSchema } from '#casework';
import { registrationOf } from './new-case-id.js';

describe('the id of a new case', () => {
  it('is the one in the body, which is no field of the command', () => {
    expect(registrationOf({ caseId: 'c-1', on: '2022-03-01' }, 'a', 'li:k')).toEqual({
      caseId: 'c-1',
      body: { on: '2022-03-01' },
    });
  });

  it('is derived from agency, year and command otherwise, always the same', () => {
    const { caseId } = registrationOf({ on: '2022-03-01' }, 'songzhuang', 'li:k');
    expect(caseId).toMatch(/^songzhuang-2022-[0-9a-f]{10}$/);
    expect(registrationOf({ on: '2022-03-01' }, 'songzhuang', 'li:k').caseId).toBe(caseId);
    expect(registrationOf({ on: '2022-03-01' }, 'songzhuang', 'li:k2').caseId).not.toBe(caseId);
  });

  it.each([null, 7, 'text', [], {}, { on: 5 }, { on: '99-x' }])('is an id whatever the body: %j', (body) => {
    expect(caseIdSchema.safeParse(registrationOf(body, 'a'.repeat(64), 'li:k').caseId).success).toBe(true);
  });

  it.each(['', 'a b', '../x', 5, null, 'x'.repeat(65)])('refuses %j', (caseId) => {
    expect(() => registrationOf({ caseId }, 'a', 'li:k')).toThrow(
      expect.objectContaining({ facts: { fields: [expect.objectContaining({ path: 'body.caseId' })] } }),
    );
  });
});
