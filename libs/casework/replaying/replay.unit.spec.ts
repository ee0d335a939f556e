import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { calendarOf } from '#calendar';
import { currentCase } from '../decide.js';
import type { CaseReading } from './case-reading.js';
import { differenceOf, explainDifference } from './difference.js';
import { slowReading } from './oracle.testkit.js';
import { histories, historiesWithPoints } from './random-replay.testkit.js';
import { readHistory } from './read-history.js';
import type { ReadingPoint } from './reading-point.js';
import type { RawEntry } from '../step.js';
import { caseEvents } from '../steps.js';
import { codesOf } from '../telling/payload-oracle.testkit.js';

const codes = codesOf(caseEvents);
const read = (history: readonly RawEntry[], at: ReadingPoint) => readHistory(history, at, calendarOf('CN'));

/** A reading in the words of the oracle. */
function told(reading: CaseReading | null) {
  if (reading === null) return null;
  const { state, status, clock, allowedSteps, entries, documents } = reading;
  const isRectification = (type: string) => type === 'case.entry-rectified';
  return {
    state,
    status,
    clock,
    allowedSteps: allowedSteps.map(({ step }) => step),
    facts: entries
      .filter(({ type, voidedBy }) => !isRectification(type) && voidedBy.length === 0)
      .map(({ revision, type, on }) => [revision, type, on]),
    documentNumbers: documents
      .filter(({ type, number }) => !isRectification(type) && number !== null)
      .map(({ number }) => number),
  };
}

describe('any reading of any history', () => {
  const seen = { beforeTheCase: 0, amended: 0, voided: 0, supplied: 0, recorded: 0 };

  it('equals the naive recomputation from the raw log (property)', () => {
    fc.assert(
      fc.property(historiesWithPoints, ({ history, a }) => {
        const reading = read(history, a);
        const slow = slowReading(history, a);
        note(reading);
        if (slow === null) return expect(reading).toBeNull();
        const { rectifiers, ...facts } = slow;
        expect(told(reading)).toEqual(facts);
        for (const { revision, supplied, amendedBy, voidedBy } of reading!.entries) {
          if (supplied === null) expect({ amendedBy, voidedBy }).toEqual(rectifiers[revision]);
        }
      }),
      { numRuns: 1000, seed: 37 },
    );
  });

  it('was asked of histories that mean something', () => {
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(50);
  });

  function note(reading: CaseReading | null): void {
    if (reading === null) seen.beforeTheCase++;
    if (reading?.point.as === 'recorded') seen.recorded++;
    for (const { amendedBy, voidedBy, supplied } of reading?.entries ?? []) {
      if (amendedBy.length > 0) seen.amended++;
      if (voidedBy.length > 0) seen.voided++;
      if (supplied !== null) seen.supplied++;
    }
  }

  it('at the last revision, as corrected, is the case as it stands', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(read(history, {})?.state).toEqual(currentCase(history));
        expect(read(history, { revision: history.length - 1, as: 'corrected' })?.state).toEqual(currentCase(history));
      }),
    );
  });

  it('at an earlier revision is what stood then, whatever came later; the instant of an entry says the same', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, nth) => {
        const revision = nth % history.length;
        const reading = read(history, { revision });
        expect(reading?.state).toEqual(currentCase(history.slice(0, revision + 1)));
        const { recordedAt } = history[revision]!.by;
        const last = history.findLastIndex(({ by }) => by.recordedAt === recordedAt);
        expect(read(history, { knownAt: recordedAt })?.state).toEqual(read(history, { revision: last })?.state);
      }),
    );
  });

  it('at an effective date sees facts come and never go', () => {
    fc.assert(
      fc.property(historiesWithPoints, ({ history, a, b }) => {
        const [first, then] = [a.on, b.on].sort();
        fc.pre(first !== undefined && then !== undefined);
        const keys = (reading: CaseReading | null) =>
          (reading?.entries ?? []).map(({ revision, supplied }) => `${revision}/${supplied}`);
        const as = a.as ?? 'corrected';
        expect(keys(read(history, { on: then, as }))).toEqual(
          expect.arrayContaining(keys(read(history, { on: first, as }))),
        );
      }),
    );
  });

  it('changes nothing in what it is given', () => {
    fc.assert(
      fc.property(historiesWithPoints, ({ history, a }) => {
        const copy = structuredClone(history);
        read(history, a);
        expect(history).toEqual(copy);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the difference between any two readings', () => {
  it('of a reading and itself is nothing, in data and in words', () => {
    fc.assert(
      fc.property(historiesWithPoints, ({ history, a }) => {
        expect(differenceOf(read(history, a), read(history, a))).toEqual([]);
        expect(explainDifference(read(history, a), read(history, a))).toEqual([]);
      }),
    );
  });

  it('exchanges before and after when the readings are exchanged', () => {
    fc.assert(
      fc.property(historiesWithPoints, ({ history, a, b }) => {
        const [one, other] = [read(history, a), read(history, b)];
        const there = byPath(differenceOf(one, other));
        const back = byPath(differenceOf(other, one));
        expect(there).toEqual(back.map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before })));
      }),
    );
  });

  it('misses nothing: where it says nothing about the state, the states are equal', () => {
    fc.assert(
      fc.property(historiesWithPoints, ({ history, a, b }) => {
        const [one, other] = [read(history, a), read(history, b)];
        const differs = differenceOf(one, other).some(({ path }) => path.startsWith('state.'));
        const plain = (reading: CaseReading | null) => JSON.stringify(inIdOrder(reading));
        expect(differs).toBe(plain(one) !== plain(other));
      }),
      { numRuns: 500 },
    );
  });

  it('speaks Chinese, and says one thing once', () => {
    fc.assert(
      fc.property(historiesWithPoints, ({ history, a, b }) => {
        const differences = differenceOf(read(history, a), read(history, b));
        expect(new Set(differences.map(({ path }) => path)).size).toBe(differences.length);
        const lines = explainDifference(read(history, a), read(history, b));
        expect(lines.length > 0).toBe(differences.length > 0);
        for (const line of lines) expect(line).toMatch(/^\P{ASCII}/u);
        for (const line of lines) expect(line).not.toMatch(/undefined|\[object/);
        const words = lines.flatMap((line) => line.match(/[A-Za-z][\w.-]*/g) ?? []);
        expect(words.filter((word) => codes.has(word))).toEqual([]);
      }),
    );
  });
});

function byPath<T extends { readonly path: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The order of consultations and remedies is no fact: each goes by its id. */
function inIdOrder(reading: CaseReading | null) {
  if (reading === null) return null;
  const { consultations, remedies, ...rest } = reading.state;
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  return { ...rest, consultations: sorted(consultations), remedies: sorted(remedies) };
}
