import { describe, expect, it } from '@jest/globals';
import { positionOption } from './parse.js';

describe('a position of the log on the command line', () => {
  it('is taken as shown, or as the plain number that people read', () => {
    expect(positionOption('--position', '0000000000001048')).toBe('0000000000001048');
    expect(positionOption('--position', '1048')).toBe('0000000000001048');
  });

  it.each(['', '-1', '1.5', '1e3', ' 7', '１０４８', '00000000000001048', 'head'])('is not %j', (value) => {
    expect(() => positionOption('--position', value)).toThrow('--position 应为事件库位置');
  });
});
