import { describe, expect, it } from '@jest/globals';
import { entry, registerAfter, registerDeed, registers } from '../testkit/registers.js';
import { foldRegister } from './register.js';
import { registerContribution } from './register-counters.js';

const fees = { on: '2023-05-01', amountFen: 100 };

describe('a register', () => {
  it('holds the facts of its own year only', () => {
    registers
      .given()
      .when(registerDeed('record-fees', 2022, fees))
      .thenRefused('other-year', 'body.on');
  });

  const feesOn = (on: string) => entry('record-fees', { ...fees, on });

  it('holds nothing of the future, by the day in Shanghai', () => {
    registers.given().when(feesOn('2028-06-16')).thenRefused('date-in-future', 'body.on');
    registers.given().when(feesOn('2028-06-15')).thenRefused('agency-not-existing', 'body.on');
  });

  it('holds facts of the time of the agency only', () => {
    registers.given().when(feesOn('2014-12-31')).thenRefused('agency-not-existing', 'body.on');
    registers.given().when(feesOn('2015-01-01')).thenRecords('register.fees-recorded', { year: 2015 });
    registers.given().when(feesOn('2028-05-31')).thenRecords('register.fees-recorded', { year: 2028 });
    registers.given().when(feesOn('2028-06-01')).thenRefused('agency-not-existing', 'body.on');
  });

  it('knows its commands', () => {
    registers
      .given()
      .when(registerDeed('record-gifts', 2023, fees))
      .thenRefused('not-found');
  });

  it('lists its entries by revision, without agency and year', () => {
    expect(registerAfter(2023, entry('record-fees', fees), entry('record-fees', fees)).entries).toEqual([
      { revision: 0, type: 'register.fees-recorded', data: fees },
      { revision: 1, type: 'register.fees-recorded', data: fees },
    ]);
  });

  it('stops at an event that it does not know', () => {
    const by = { revision: 0, actor: 'a', role: 'handler', recordedAt: '2023-01-01T00:00:00.000Z' } as const;
    const register = foldRegister({ agency: 'a', year: 2023 }, [{ type: 'register.gift-recorded', data: fees, by }]);
    expect(() => registerContribution(register)).toThrow(
      expect.objectContaining({ code: 'unknown-event-type', kind: 'corrupt' }),
    );
  });
});
