import { describe, expect, test } from '@jest/globals';
import { District } from '../testkit/district.js';

describe('two moves at once that would make a cycle together', () => {
  test('then the second is decided on the first, and refused', async () => {
    await using place = await District.open();
    const moves = await Promise.allSettled([
      place.agency('move-agency', 'bureau-a', { on: '2022-06-01', parentId: 'bureau-b' }),
      place.agency('move-agency', 'bureau-b', { on: '2022-06-01', parentId: 'bureau-a' }),
    ]);

    expect(moves).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'agency-cycle' } }]);
  });
});
