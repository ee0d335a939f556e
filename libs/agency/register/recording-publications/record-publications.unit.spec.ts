import { describe, expect, it } from '@jest/globals';
import { countersAfter, entry, registers } from '../../testkit/registers.js';
import { sectionOneOf } from '../tables/section-one.js';

const published = (channel: string, count: number, category?: string, on = '2022-12-31') =>
  entry('record-publications', { on, channel, count, ...(category === undefined ? {} : { category }) });

describe('record publications (一、总体情况)', () => {
  it('counts per channel and category: 304 items of a town', () => {
    const [register] = countersAfter(
      published('网站', 52, '最新动态', '2022-06-30'),
      published('云上孟津', 180),
      published('网站', 50, '最新动态'),
      published('党务公开', 22),
    );
    expect(sectionOneOf(register!)).toEqual({
      total: 304,
      channels: [
        { channel: '云上孟津', count: 180, categories: [{ category: null, count: 180 }] },
        { channel: '党务公开', count: 22, categories: [{ category: null, count: 22 }] },
        { channel: '网站', count: 102, categories: [{ category: '最新动态', count: 102 }] },
      ],
    });
  });

  it('keeps labels apart, whatever characters they hold', () => {
    const [register] = countersAfter(
      published('a', 1, 'b","c'),
      published('a","b', 2, 'c'),
      published('a', 4),
      published('__proto__', 8, 'constructor'),
    );
    const { total, channels } = sectionOneOf(register!);
    expect(total).toBe(15);
    expect(channels.map(({ channel, count }) => [channel, count])).toEqual([
      ['__proto__', 8],
      ['a', 5],
      ['a","b', 2],
    ]);
  });

  it('is empty without entries', () => {
    expect(sectionOneOf({ agency: 'bureau-1', year: 2022, items: {} })).toEqual({ total: 0, channels: [] });
  });

  it.each(['', ' 网站', '网站\u3000', '网\t站', '网\u0000站', '网\u2028站', '网\u200b站', '站'.repeat(51)])(
    'refuses the label %j',
    (channel) => {
      registers.given().when(published(channel, 1)).thenRefused('invalid-input', 'body.channel');
      registers
        .given()
        .when(published('网站', 1, channel))
        .thenRefused('invalid-input', 'body.category');
    },
  );
});
