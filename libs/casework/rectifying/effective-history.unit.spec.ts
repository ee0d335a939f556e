import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { RawEntry } from '../step.js';
import { effectiveHistory, ENTRY_RECTIFIED } from './effective-history.js';
import { slowEntries, slowHistory } from './oracle.testkit.js';
import type { CaseRectifyingAction, Rectifying } from './rectifying-action.js';

const NAMES = ['a', 'b', 'c', 'revision', 'action'] as const;

const entryAt = (revision: number, type: string, data: object): RawEntry => ({
  type,
  data,
  by: {
    revision,
    actor: `actor-${revision % 3}`,
    role: 'handler',
    recordedAt: `2024-01-01T00:00:${String(revision).padStart(2, '0')}.000Z`,
  },
});

const plainFields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(9));
const plainAction: fc.Arbitrary<CaseRectifyingAction> = fc.oneof(
  fc.constant({ kind: 'void' } as const),
  fc.record({ kind: fc.constant('void' as const), also: fc.array(fc.nat(4), { minLength: 1, maxLength: 2 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    steps: fc.array(
      fc.record({ step: fc.constantFrom('confirm-receipt' as const, 'record-payment' as const), body: plainFields }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    kind: fc.constant('correct' as const),
    fields: plainFields,
    remove: fc.subarray([...NAMES.slice(0, 3)]),
  }),
);

/** What a rectification may say; of another rectification it may change the target or the action. */
const action: fc.Arbitrary<CaseRectifyingAction> = fc.oneof(
  plainAction,
  fc.record({
    kind: fc.constant('correct' as const),
    fields: fc.record({ revision: fc.nat(11), action: plainAction }, { requiredKeys: [] }),
  }),
);

const rawHistory: fc.Arbitrary<RawEntry[]> = fc
  .array(fc.oneof(plainFields, fc.record({ target: fc.nat(), action })), { minLength: 1, maxLength: 12 })
  .map((items) =>
    items.map((item, revision) => {
      const rectifying = revision > 0 && 'target' in item && 'action' in item;
      if (!rectifying) return entryAt(revision, 'case.something', 'target' in item ? {} : item);
      return entryAt(revision, ENTRY_RECTIFIED, { revision: item.target % revision, action: item.action });
    }),
  );

/** Oracle and subject must agree on histories whose rectifications keep pointing backwards, as `check` demands. */
const pointsBackwards = (raw: readonly RawEntry[]): boolean =>
  slowEntries(raw).every(({ entry }, index) => {
    if (entry.type !== ENTRY_RECTIFIED) return true;
    const { revision, action } = entry.data as Rectifying;
    return revision < index && (action.kind !== 'void' || (action.also ?? []).every((other) => other < index));
  });

describe('the effective history', () => {
  it('equals the definition, entry by entry (property)', () => {
    fc.assert(
      fc.property(rawHistory, (raw) => {
        fc.pre(pointsBackwards(raw));
        expect(effectiveHistory(raw)).toEqual(slowHistory(raw));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps who recorded an entry and at which revision; what was recorded itself stays in order', () => {
    fc.assert(
      fc.property(rawHistory, (raw) => {
        const recorded = new Map(raw.map(({ by }) => [by.revision, by]));
        const effective = effectiveHistory(raw);
        for (const { by } of effective) expect(by).toMatchObject(recorded.get(by.revision)!);
        const inOrder = effective.filter(({ by }) => !by.inserted).map(({ by }) => by.revision);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
    );
  });

  it('does not change what it is given', () => {
    fc.assert(
      fc.property(rawHistory, (raw) => {
        const copy = structuredClone(raw);
        effectiveHistory(raw);
        expect(raw).toEqual(copy);
      }),
    );
  });

  it('ignores a rectification that would point at itself or ahead', () => {
    const raw = [
      entryAt(0, 'case.something', { a: 1 }),
      entryAt(1, ENTRY_RECTIFIED, { revision: 1, action: { kind: 'void' } }),
    ];
    expect(effectiveHistory(raw)).toEqual(raw.slice(0, 1));
  });
});
