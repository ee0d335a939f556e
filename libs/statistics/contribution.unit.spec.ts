import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yearOf } from '#kernel';
import { caseEvents, currentCase, effectiveHistory, OUTCOMES, type Case, type CaseEntry } from '#casework';
import { IRRELEVANT_EVENT_TYPES } from './counted-events.js';
import { countOf, evolveCount } from './evolve-count.js';
import { legalHistory } from './testkit/legal-history.js';

/** The same facts by another way: read off the state that casework folds, which knows no revisions. */
function oracle(state: Case) {
  const year = (date: Parameters<typeof yearOf>[0] | null) => (date === null ? null : yearOf(date));
  return {
    caseId: state.caseId,
    agency: state.agency,
    applicantKind: state.applicantKind,
    receivedYear: year(state.receivedOn),
    closedYear: year(state.ending?.on ?? null),
    remedies: state.remedies.map(({ remedyId, kind, filedOn, concludedOn, result, counted }) => ({
      remedyId,
      kind,
      filedYear: yearOf(filedOn),
      concludedYear: year(concludedOn),
      result,
      counted,
    })),
  };
}

/** Q11 word for word: of the end and the new replies of its year, the latest, counted once. */
function latestOutcome(state: Case, entries: readonly CaseEntry[]) {
  const { ending } = state;
  if (ending === null) return { row: null, outcomeOn: null };
  const again = entries.flatMap(({ type, data }) =>
    type === 'case.remedial-reply-dispatched' && data.outcome !== undefined
      ? [{ on: data.on, outcome: data.outcome }]
      : [],
  );
  const ofTheYear = [ending, ...again].filter(({ on }) => yearOf(on) === yearOf(ending.on));
  const { on, outcome } = ofTheYear.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1)).at(-1)!;
  return { row: OUTCOMES[outcome].rows['2021'], outcomeOn: on };
}

const effective = (history: Parameters<typeof effectiveHistory>[0]) => effectiveHistory(history) as CaseEntry[];

describe('contribution of a case', () => {
  it('is what the state of the case says, for any legal history with rectifications', () => {
    fc.assert(
      fc.property(legalHistory, (history) => {
        const state = currentCase(history);
        const entries = effective(history);
        expect(countOf(entries)).toMatchObject({ ...oracle(state!), ...latestOutcome(state!, entries) });
      }),
      { numRuns: 500 },
    );
  });

  it('does not change when the events that never matter are left out', () => {
    fc.assert(
      fc.property(legalHistory, (history) => {
        const entries = effective(history);
        const relevant = entries.filter(({ type }) => !IRRELEVANT_EVENT_TYPES.includes(type));
        expect(countOf(relevant)).toEqual(countOf(entries));
      }),
    );
  });

  it('names the entries that put the case and its matters into their years', () => {
    fc.assert(
      fc.property(legalHistory, (history) => {
        const entries = effective(history);
        const count = countOf(entries)!;
        const yearAt = (revision: number | null) => {
          const entry = entries.find(({ by }) => by.revision === revision);
          if (entry === undefined) return null;
          return yearOf(entry.type === 'case.application-received' ? entry.data.receivedOn! : entry.data.on);
        };
        expect(yearAt(count.receivedRevision)).toBe(count.receivedYear);
        expect(yearAt(count.closedRevision)).toBe(count.closedYear);
        expect(entries.find(({ by }) => by.revision === count.outcomeRevision)?.data.on ?? null).toBe(count.outcomeOn);
        for (const remedy of count.remedies) {
          expect(yearAt(remedy.filedRevision)).toBe(remedy.filedYear);
          expect(yearAt(remedy.concludedRevision)).toBe(remedy.concludedYear);
        }
      }),
    );
  });

  it('never has a case end before the year in which it was received', () => {
    fc.assert(
      fc.property(legalHistory, (history) => {
        const { receivedYear, closedYear } = countOf(effective(history))!;
        expect(closedYear === null || (receivedYear !== null && receivedYear <= closedYear)).toBe(true);
      }),
    );
  });

  it('refuses a history without its beginning', () => {
    const entry = {
      type: 'case.receipt-confirmed',
      data: { on: '2024-03-01' },
      by: { revision: 1 },
    } as unknown as CaseEntry;
    expect(() => evolveCount(null, entry)).toThrow('does not begin with a receipt');
  });

  it('sees its random histories reach every event type of casework but the merger', () => {
    const seen = new Set(
      fc.sample(legalHistory, { numRuns: 3_000, seed: 1 }).flatMap((h) => h.map(({ type }) => type)),
    );
    const all = caseEvents.map(({ type }) => type);
    expect(all.filter((type) => !seen.has(type))).toEqual(['case.application-merged']);
  });
});

describe('events that never matter', () => {
  it('are events of casework', () => {
    const types = caseEvents.map(({ type }) => type);
    expect(IRRELEVANT_EVENT_TYPES.filter((type) => !types.includes(type))).toEqual([]);
  });

  it('leave in every event that can change a count', () => {
    const types = caseEvents.map(({ type }) => type).filter((type) => !IRRELEVANT_EVENT_TYPES.includes(type));
    expect(types).toEqual([
      'case.application-received',
      'case.receipt-confirmed',
      'case.correction-lapsed',
      'case.fee-notice-issued',
      'case.fee-paid',
      'case.fee-lapsed',
      'case.decision-proposed',
      'case.reply-dispatched',
      'case.application-withdrawn',
      'case.application-merged',
      'case.application-terminated',
      'case.past-result-recorded',
      'case.reconsideration-filed',
      'case.reconsideration-concluded',
      'case.litigation-filed',
      'case.litigation-concluded',
      'case.remedial-reply-dispatched',
      'case.entry-rectified',
    ]);
  });
});
