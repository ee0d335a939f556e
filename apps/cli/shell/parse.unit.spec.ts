import { describe, expect, it } from '@jest/globals';
import { instantOption, positionOption, yearOption } from './parse.js';

describe('a position of the log on the command line', () => {
  it('is taken as shown, or as the plain number that people read', () => {
    expect(positionOption('--position', '0000000000001048')).toBe('0000000000001048');
    expect(positionOption('--position', '1048')).toBe('0000000000001048');
  });

  it.each(['', '-1', '1.5', '1e3', ' 7', '１０４８', '00000000000001048', 'head'])('is not %j', (value) => {
    expect(() => positionOption('--position', value)).toThrow('--position 应为事件库位置');
  });
});

describe('a moment on the command line', () => {
  it.each([
    ['2024-03-01T01:00:00.000Z', '2024-03-01T01:00:00.000Z'],
    ['2024-03-01T01:00Z', '2024-03-01T01:00:00.000Z'],
    ['2024-03-01T09:00+08:00', '2024-03-01T01:00:00.000Z'],
    ['2024-03-01T09:00:30.5+08:00', '2024-03-01T01:00:30.500Z'],
    ['2024-02-29T20:30:00-04:30', '2024-03-01T01:00:00.000Z'],
    ['2024-03-01T09:00', '2024-03-01T01:00:00.000Z'],
    ['2024-03-01 09:00', '2024-03-01T01:00:00.000Z'],
    ['2024-03-01 09:00:30.123', '2024-03-01T01:00:30.123Z'],
    ['2024-01-01 07:59:59', '2023-12-31T23:59:59.000Z'],
    ['2024-07-01T00:00', '2024-06-30T16:00:00.000Z'],
  ])('%s is %s', (value, instant) => {
    expect(instantOption('--known-at', value)).toBe(instant);
  });

  it.each([
    ...['', '2024-03-01', '2024-03-01T09', '2024-02-30T09:00', '2024-03-01T24:00', '2024-03-01T09:60', '09:00'],
    ...[
      '2024-03-01  09:00',
      '2024-03-01 T09:00',
      '2024-03-01T09:00 Z',
      '2024-03-01T09:00 +08:00',
      '2024-03-01T09:00+8',
    ],
    ...['2024-03-01T09:00:00.0001', '2024-03-01T09:00z', '2024-3-1 9:00', '0000-01-01T00:00', '昨天', '1709254800'],
  ])('is not %j', (value) => {
    expect(() => instantOption('--known-at', value)).toThrow('--known-at 应为时刻：北京时间');
  });
});

describe('a year on the command line', () => {
  it('is one of the years that there are', () => {
    expect(['2007', '2024', '2100'].map((value) => yearOption(value))).toEqual([2007, 2024, 2100]);
    for (const value of ['2006', '2101', '9999', '24']) {
      expect(() => yearOption(value, '--to-year')).toThrow(`--to-year 应为 2007 至 2100 的整数，而不是 ${value}`);
    }
  });
});
