import { describe, expect, it } from '@jest/globals';
import { countersAfter, entry, registers, type RegisterDeed } from '../../testkit/registers.js';
import { table2Of } from '../tables/table2.js';

const procurement = (on: string, projects: number, amountFen: number) =>
  entry('record-procurement', { on, projects, amountFen });
const procurementOf = (year: number, ...deeds: RegisterDeed[]) =>
  table2Of(countersAfter(...deeds), year, '2019').procurement;

describe('record procurement (2019 form)', () => {
  it('adds up projects and amounts, printed with the unit', () => {
    expect(
      procurementOf(2020, procurement('2020-03-01', 2, 100_000_000), procurement('2020-09-01', 1, 23_400_000)),
    ).toEqual({
      projects: 3,
      amountText: '123.4万元',
    });
    expect(procurementOf(2020)).toEqual({ projects: 0, amountText: '0万元' });
  });

  it('needs a project', () => {
    registers
      .given()
      .when(procurement('2020-03-01', 0, 1))
      .thenRefused('invalid-input', 'body.projects');
  });
});
