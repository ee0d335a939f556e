import { describe, it } from '@jest/globals';
import { did, given, received } from '../testkit/case-specification.js';
import { rectifyEntry } from '../rectifying/rectify-entry.js';
import { withdrawApplication } from '../withdrawing/withdraw-application.js';
import { carryForward } from './carry-forward.js';

const into = (intoYear: number) => ({ on: `${intoYear - 1}-12-31`, fromYear: intoYear - 1, intoYear }) as const;
const closing = { actor: 'year-end', role: 'operator' } as const;
const withdrawn = (on: `${number}-${number}-${number}`) =>
  did(withdrawApplication, { on, written: true, identityChecked: true });

describe('carrying a case forward', () => {
  it('states that it was open at the end of the year', () => {
    given(received('2023-12-20'))
      .when(carryForward, into(2024), closing)
      .thenCase({ status: 'in-progress', carriedInto: [2024] });
  });

  it('holds for a case that ended in January, before the books were closed', () => {
    given(received('2023-12-20'), withdrawn('2024-01-05'))
      .when(carryForward, into(2024), closing)
      .thenCase({ status: 'closed', carriedInto: [2024] });
  });

  it('is refused for a case that was ended or not yet received', () => {
    given(received('2023-12-20'), withdrawn('2023-12-31'))
      .when(carryForward, into(2024), closing)
      .thenRefused('not-open-at-year-end');
    given(received('2024-01-01')).when(carryForward, into(2024), closing).thenRefused('not-open-at-year-end');
    given(received('2023-12-31'))
      .when(carryForward, into(2024), closing)
      .thenCase({ carriedInto: [2024] });
  });

  it('happens once for a year; an earlier year may be stated late', () => {
    given(received('2022-12-20'), did(carryForward, into(2023), closing), did(carryForward, into(2024), closing))
      .when(carryForward, into(2024), closing)
      .thenRefused('already-carried-forward');
    given(received('2022-12-20'), did(carryForward, into(2024), closing))
      .when(carryForward, into(2023), closing)
      .thenCase({ carriedInto: [2024, 2023] });
  });

  it('stands when the receipt is put right into the next year: what was known then is not unsaid', () => {
    const fields = { on: '2024-01-02', receivedOn: '2024-01-02' };
    const body = { on: '2024-02-01', revision: 0, action: { kind: 'correct', fields } } as const;
    given(received('2023-12-30'), did(carryForward, into(2024), closing))
      .when(rectifyEntry, { ...body, reason: 'wrong-date', approvedBy: 'head-9' })
      .thenCase({ receivedOn: '2024-01-02', carriedInto: [2024] });
  });

  it.each([
    ['a leap over a year', { ...into(2024), intoYear: 2025 }, 'body.intoYear'],
    ['a day other than the last', { ...into(2024), on: '2023-12-30' }, 'body.on'],
  ])('is refused for %s', (_what, body, path) => {
    given(received('2023-12-20')).when(carryForward, body, closing).thenRefused('carry-forward-years', path);
  });
});
