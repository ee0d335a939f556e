import { describe, expect, it } from '@jest/globals';
import { UsageFault } from '../shell/usage-fault.js';
import { pointOption, pointText } from './point-text.js';

describe('a point in one word', () => {
  it.each([
    ['now', {}, '按更正后的记录'],
    ['revision=0', { revision: 0 }, '读到第 0 条记录，按更正后的记录'],
    ['as=recorded', { as: 'recorded' }, '按原始记录'],
    [
      'revision=3,known-at=2024-03-01T02:00:00.000Z,on=2024-03-01,as=corrected',
      { revision: 3, knownAt: '2024-03-01T02:00:00.000Z', on: '2024-03-01', as: 'corrected' },
      '读到第 3 条记录，以 2024-03-01T02:00:00.000Z 所知为准，计 2024-03-01 及以前的事实，按更正后的记录',
    ],
  ])('%s', (word, point, text) => {
    const read = pointOption('--from', word);
    expect(read).toEqual(point);
    expect(pointText(read)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['a word of its own', 'yesterday'],
    ['an unknown part', 'position=3'],
    ['a part without a value', 'revision='],
    ['a negative revision', 'revision=-1'],
    ['an instant without a time', 'known-at=2024-03-01'],
    ['a date that is none', 'on=2024-02-30'],
    ['a reading that is none', 'as=raw'],
    ['the same part twice', 'revision=1,revision=2'],
    ['now with something else', 'now,revision=1'],
  ])('is refused: %s', (_what, word) => {
    expect(() => pointOption('--from', word)).toThrow(UsageFault);
  });
});
