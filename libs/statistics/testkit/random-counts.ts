import fc from 'fast-check';
import type { LocalDate } from '#kernel';
import { APPLICANT_KINDS, REMEDY_KINDS, REMEDY_RESULTS, RESULT_ROWS_2021 } from '#casework';
import type { CaseCount, FeeCount, RemedyCount } from '../contribution.js';

/** Agencies of random counts. */
export const AGENCIES = ['town-1', 'town-2', 'bureau-1'] as const;

/** Years that random counts reach. */
export const YEARS = [2021, 2022, 2023, 2024, 2025] as const;

/** A year, and a year no earlier than it or none. */
const span = fc
  .tuple(fc.constantFrom(...YEARS), fc.option(fc.nat(4)))
  .map(([from, length]) => [from, length === null ? null : from + length] as const);

const remedy: fc.Arbitrary<RemedyCount> = fc
  .record({
    kind: fc.constantFrom(...REMEDY_KINDS),
    result: fc.constantFrom(...REMEDY_RESULTS),
    span,
    uncounted: fc.nat(4),
  })
  .map(({ kind, result, span: [filedYear, concludedYear], uncounted }) => ({
    remedyId: '',
    kind,
    filedYear,
    filedRevision: 5,
    concludedYear,
    concludedRevision: concludedYear === null ? null : 6,
    result: concludedYear === null ? null : result,
    counted: uncounted !== 0,
  }));

const fee: fc.Arbitrary<FeeCount> = fc
  .record({ span, fen: fc.nat(900_000), paid: fc.boolean() })
  .map(({ span: [noticedYear, endedYear], fen, paid }) => ({
    noticedYear,
    noticedFen: fen,
    paidYear: paid ? endedYear : null,
    paidFen: paid && endedYear !== null ? fen : null,
    lapsedYear: paid ? null : endedYear,
  }));

const unnumbered: fc.Arbitrary<CaseCount> = fc
  .record({
    agency: fc.constantFrom(...AGENCIES),
    applicantKind: fc.constantFrom(...APPLICANT_KINDS),
    span: fc.option(span, { freq: 15 }),
    row: fc.constantFrom(...RESULT_ROWS_2021),
    fee: fc.option(fee),
    remedies: fc.array(remedy, { maxLength: 3 }),
  })
  .map(({ agency, applicantKind, span: years, row, fee: charged, remedies }) => {
    const [receivedYear, closedYear] = years ?? [null, null];
    return {
      caseId: '',
      agency,
      applicantKind,
      receivedYear,
      receivedRevision: receivedYear === null ? null : 0,
      closedYear,
      closedRevision: closedYear === null ? null : 3,
      row: closedYear === null ? null : row,
      outcomeOn: closedYear === null ? null : (`${closedYear}-06-01` as LocalDate),
      outcomeRevision: closedYear === null ? null : 3,
      proposedRow: closedYear === null ? null : row,
      fee: charged,
      remedies: remedies.map((one, index) => ({ ...one, remedyId: `remedy-${String(index)}` })),
    };
  });

/** The counts of some cases of several agencies, each with an id of its own. */
export const caseCounts: fc.Arbitrary<readonly CaseCount[]> = fc
  .array(unnumbered, { maxLength: 40 })
  .map((counts) => counts.map((count, index) => ({ ...count, caseId: `case-${String(index)}` })));

/** One of {@link YEARS}. */
export const someYear: fc.Arbitrary<number> = fc.constantFrom(...YEARS);

/** Either form. */
export const someForm = fc.constantFrom('2021' as const, '2019' as const);
