import { describe, expect, it } from '@jest/globals';
import { DATE_STYLES, readDate, USUAL_DATE_STYLES } from './read-date.js';

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const number = (value: string, day: `${number}-${number}-${number}` | null, dated = false) =>
  ({ kind: 'number', text: value, day, dated }) as const;

describe('the day of a cell', () => {
  it.each([
    '2023-1-5',
    '2023-01-05',
    '2023/1/5',
    '2023/01/05',
    '2023.1.5',
    '2023年1月5日',
    '2023年01月05',
    '20230105',
    ' 2023年 1月 5日 ',
    '２０２３年１月５日',
    '２０２３－１－５',
    '2023-01-05 00:00:00',
    '2023/1/5 9:30',
    '2023-01-05T09:30:00',
  ])('is read from %s', (value) => {
    expect(readDate(text(value), USUAL_DATE_STYLES)).toEqual({ day: '2023-01-05' });
  });

  it.each([
    ['2023.3.4（补正后）', /其他文字/],
    ['2023-1-5 2023-1-6', /其他文字/],
    ['2023-1-5 12', /其他文字|不是日期/],
    ['23-1-5', /四位/],
    ['1/5/2023', /不是日期/],
    ['1月5日', /不是日期/],
    ['2023年1月', /不是日期/],
    ['2023-02-29', /没有这一天/],
    ['1900-01-00', /没有这一天/],
    ['2023-13-01', /没有这一天/],
    ['0000-00-00', /没有这一天/],
    ['#REF!', /不是日期/],
    ['见备注', /不是日期/],
    ['2023-1-5-6', /其他文字|不是日期/],
  ])('is not guessed from %s', (value, reason) => {
    expect(readDate(text(value), USUAL_DATE_STYLES)).toEqual({ fault: expect.stringMatching(reason) });
  });

  it('given a style that the mapping does not admit, is not read', () => {
    expect(readDate(text('2023/1/5'), ['2023-1-5'])).toEqual({ fault: expect.stringContaining('认可的写法') });
  });

  it('is that of a cell formatted as a date', () => {
    expect(readDate(number('44931', '2023-01-05', true), ['2023-1-5'])).toEqual({ day: '2023-01-05' });
    expect(readDate(number('0', null, true), USUAL_DATE_STYLES)).toEqual({
      fault: expect.stringContaining('有效日期'),
    });
  });

  it('is not that of a bare number, unless the mapping says that serial numbers are days', () => {
    const serial = number('44931', '2023-01-05');
    expect(readDate(serial, USUAL_DATE_STYLES)).toEqual({ fault: expect.stringContaining('serial') });
    expect(readDate(serial, DATE_STYLES)).toEqual({ day: '2023-01-05' });
    expect(readDate(number('20230105', null), USUAL_DATE_STYLES)).toEqual({ day: '2023-01-05' });
  });

  it('given a cell that holds no value, says why', () => {
    expect(readDate({ kind: 'fault', text: '#REF!', fault: '单元格是错误值' }, USUAL_DATE_STYLES)).toEqual({
      fault: '单元格是错误值',
    });
  });
});
