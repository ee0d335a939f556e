import { describe, expect, it } from '@jest/globals';
import { MOST_FEN } from '../../fields.js';
import { countersAfter, entry, registers } from '../../testkit/registers.js';

const fees = (on: string, amountFen: number) => entry('record-fees', { on, amountFen });

describe('record fees (第二十条第（八）项)', () => {
  it('adds up fen exactly', () => {
    const [register] = countersAfter(
      fees('2023-01-31', 7_000_000_001),
      fees('2023-12-31', 730_279_999),
      fees('2023-12-31', 0),
    );
    expect(register?.items).toEqual({ 'fees.fen': 7_730_280_000 });
  });

  it('takes no amount that would not stay exact', () => {
    registers
      .given()
      .when(fees('2023-01-01', MOST_FEN + 1))
      .thenRefused('invalid-input', 'body.amountFen');
    registers.given().when(fees('2023-01-01', 0.5)).thenRefused('invalid-input', 'body.amountFen');
    registers.given().when(fees('2023-01-01', -1)).thenRefused('invalid-input', 'body.amountFen');
    registers.given(fees('2023-01-01', MOST_FEN)).when(fees('2023-01-02', 1)).thenRefused('sum-too-large', 'body');
  });
});
