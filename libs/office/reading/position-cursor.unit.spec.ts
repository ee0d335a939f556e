import { describe, expect, it } from '@jest/globals';
import { afterCursor } from './position-cursor.js';

const HEAD = '0000000000000298';

describe('a cursor of a list in the order of the log', () => {
  it.each([undefined, ''])('given as %j, starts at the first page', (cursor) => {
    expect(afterCursor(cursor, HEAD)).toBe('');
  });

  it.each(['0000000000000001', HEAD])('given as the position %s of the log, goes on behind it', (cursor) => {
    expect(afterCursor(cursor, HEAD)).toBe(cursor);
  });

  it.each(['zzz', 'zzzzzzzzzzzzzzzz', '7', '0000000000000299', '-000000000000001', '00000000000000007'])(
    'given as %j, which no page can have told, is refused and not answered with an empty page',
    (cursor) => {
      expect(() => afterCursor(cursor, HEAD)).toThrow(
        expect.objectContaining({
          code: 'invalid-input',
          facts: { fields: [expect.objectContaining({ path: 'query.cursor' })] },
        }),
      );
    },
  );

  it('is refused of an empty log', () => {
    expect(() => afterCursor('0000000000000001', '')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
