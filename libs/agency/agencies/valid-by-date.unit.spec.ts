import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type LocalDate } from '#kernel';
import { since, valueOn, type ByDate } from './valid-by-date.js';

const dayOf = (offset: number): LocalDate => addDays('2020-02-27', offset);

describe('values by date', () => {
  it('hold no day twice, earliest first', () => {
    const first = since(since([], '2022-01-01', 'b'), '2020-01-01', 'a');
    expect(since(first, '2022-01-01', 'c')).toEqual([
      { from: '2020-01-01', value: 'a' },
      { from: '2022-01-01', value: 'c' },
    ]);
  });

  it('answer like a diary in which every statement overwrites the days up to the next one', () => {
    const statements = fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat()));
    fc.assert(
      fc.property(statements, (stated) => {
        const values = stated.reduce<ByDate<number>>((known, [day, value]) => since(known, dayOf(day), value), []);
        const statedOn = new Map(stated);
        let inDiary: number | undefined;
        for (let day = 0; day <= 9; day++) {
          inDiary = statedOn.get(day) ?? inDiary;
          expect(valueOn(values, dayOf(day))).toBe(inDiary);
        }
      }),
    );
  });
});
