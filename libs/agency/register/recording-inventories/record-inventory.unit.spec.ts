import { describe, expect, it } from '@jest/globals';
import { countersAfter, entry, registers, type RegisterDeed } from '../../testkit/registers.js';
import { table2Of } from '../tables/table2.js';

const inventory = (on: string, items: number, kind = 'licensing') => entry('record-inventory', { on, kind, items });
const licensingOf = (year: number, ...deeds: RegisterDeed[]) =>
  table2Of(countersAfter(...deeds), year, '2019').licensing;

describe('record an inventory (2019 form)', () => {
  it('gives last year and the change, the last statement of a year holding', () => {
    const deeds = [inventory('2019-12-31', 30), inventory('2020-12-01', 28), inventory('2020-03-01', 35)];
    expect(licensingOf(2020, ...deeds)).toEqual({ itemsLastYear: 30, change: -2, decisions: 0 });
  });

  it('does not guess: an inventory that was not taken is unknown', () => {
    const deeds = [inventory('2018-12-31', 30), inventory('2020-12-31', 28)];
    expect(licensingOf(2018, ...deeds)).toEqual({ itemsLastYear: null, change: null, decisions: 0 });
    expect(licensingOf(2019, ...deeds)).toEqual({ itemsLastYear: 30, change: null, decisions: 0 });
    expect(licensingOf(2020, ...deeds)).toEqual({ itemsLastYear: null, change: null, decisions: 0 });
  });

  it('tells a stated 0 from an unknown number', () => {
    const deeds = [inventory('2019-12-31', 0), inventory('2020-12-31', 0)];
    expect(licensingOf(2020, ...deeds)).toEqual({ itemsLastYear: 0, change: 0, decisions: 0 });
  });

  it('is taken once a day and kind', () => {
    const given = registers.given(inventory('2019-12-31', 30));
    given.when(inventory('2019-12-31', 31)).thenRefused('already-stated');
    given
      .when(inventory('2019-12-31', 31, 'fees'))
      .thenRecords('register.inventory-recorded', { kind: 'fees', items: 31 });
  });
});
