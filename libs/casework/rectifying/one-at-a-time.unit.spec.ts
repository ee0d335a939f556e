import { describe, expect, it } from '@jest/globals';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { proposeDecision } from '../deciding/propose-decision.js';
import { reviewDecision } from '../deciding/review-decision.js';
import type { RawEntry } from '../step.js';
import { caseAfter, did, given, received } from '../testkit/case-specification.js';
import { assertOneAtATime } from './one-at-a-time.js';
import { rectifyEntry } from './rectify-entry.js';
import { ENTRY_RECTIFIED } from './settled-history.js';

const document = { number: '答〔2024〕1号' };

/** 0 received, 1 proposed, 2 reviewed, 3 dispatched. */
const replied = [
  received('2024-03-01'),
  did(proposeDecision, { on: '2024-03-08', outcome: 'granted_provided' }),
  did(reviewDecision, { on: '2024-03-11', result: 'approved' }, { actor: 'reviewer-1', role: 'reviewer' }),
  did(dispatchReply, { on: '2024-03-12', mode: 'post', document }),
];

const rectification = (revision: number, action: object) => ({
  on: '2024-06-03',
  revision,
  action,
  reason: 'typing-error',
  approvedBy: 'head-1',
});
const correct = (revision: number, fields: object) => rectification(revision, { kind: 'correct', fields });
const strike = (revision: number, ...also: readonly number[]) =>
  rectification(revision, { kind: 'void', ...(also.length > 0 && { also }) });
const supply = (revision: number, on: string) =>
  rectification(revision, { kind: 'insert', steps: [{ step: 'consult-third-party', body: { on, partyRef: 'p-1' } }] });
const rectified = (body: object) => did(rectifyEntry, body as Parameters<typeof did<typeof rectifyEntry>>[1]);

describe('an entry on which a rectification stands', () => {
  it.each([
    ['corrected again', correct(3, { mode: 'electronic' })],
    ['corrected again in the same way', correct(3, { on: '2024-03-13' })],
    ['struck', strike(3)],
    ['struck together with another one', strike(2, 3)],
  ])('is not %s: the rectification is named, and what is allowed', (_how, body) => {
    const error = given(...replied, rectified(correct(3, { on: '2024-03-13' })))
      .when(rectifyEntry, body)
      .thenRefused('already-rectified');
    expect(error.kind).toBe('refused');
    expect(error.facts).toMatchObject({ revision: 3, rectification: 4, allowedActions: ['correct', 'void'] });
    expect(error.message).toContain('请更正或作废第 4 条记录');
  });

  it('is put right by correcting the rectification, which may strike the entry as well', () => {
    const corrected = [...replied, rectified(correct(3, { on: '2024-03-13' }))];
    given(...corrected)
      .when(rectifyEntry, correct(4, { action: { kind: 'correct', fields: { on: '2024-03-14' } } }))
      .thenCase({ ending: { on: '2024-03-14', outcome: 'granted_provided' } });
    given(...corrected)
      .when(rectifyEntry, correct(4, { action: { kind: 'void' } }))
      .thenCase({ status: 'decision-approved', ending: null });
  });

  it('is free again when the rectification is struck', () => {
    given(...replied, rectified(correct(3, { on: '2024-03-13' })), rectified(strike(4)))
      .when(rectifyEntry, correct(3, { on: '2024-03-14' }))
      .thenCase({ ending: { on: '2024-03-14', outcome: 'granted_provided' } });
  });

  it('is never rectified twice by a way round: struck rectifications restored, others aimed anew', () => {
    const twice = [
      ...replied,
      rectified(correct(3, { on: '2024-03-13' })),
      rectified(strike(4)),
      rectified(correct(3, { on: '2024-03-14' })),
    ];
    const restored = given(...twice)
      .when(rectifyEntry, strike(5))
      .thenRefused('already-rectified');
    expect(restored.facts).toMatchObject({ revision: 3, rectification: 6 });
    const aimed = [...replied, rectified(correct(3, { on: '2024-03-13' })), rectified(correct(0, { oral: true }))];
    const moved = given(...aimed)
      .when(rectifyEntry, correct(5, { revision: 3, action: { kind: 'correct', fields: { on: '2024-03-14' } } }))
      .thenRefused('already-rectified');
    expect(moved.facts).toMatchObject({ revision: 3, rectification: 4 });
  });

  it('says so at every depth: the next one is always about the last of the chain', () => {
    const otherwise = (depth: number, day: string): object =>
      depth === 0 ? { on: day } : { action: { kind: 'correct', fields: otherwise(depth - 1, day) } };
    const chain = [...replied];
    for (const depth of [0, 1, 2, 3]) {
      const target = depth === 0 ? 3 : 3 + depth;
      const day = `2024-03-${String(13 + depth)}`;
      chain.push(rectified(correct(target, otherwise(depth, day))));
      expect(caseAfter(...chain).ending?.on).toBe(day);
      const again = given(...chain)
        .when(rectifyEntry, correct(target, otherwise(depth, '2024-03-29')))
        .thenRefused('already-rectified');
      expect(again.facts).toMatchObject({ revision: target, rectification: 4 + depth });
    }
    given(...chain)
      .when(rectifyEntry, strike(7))
      .thenCase({ ending: { on: '2024-03-15', outcome: 'granted_provided' } });
  });
});

describe('an entry behind which steps were supplied', () => {
  const consulted = [...replied, rectified(supply(0, '2024-03-04'))];

  it('takes no second insertion: it goes behind the first, or the first is corrected', () => {
    const error = given(...consulted)
      .when(rectifyEntry, supply(0, '2024-03-05'))
      .thenRefused('already-rectified');
    expect(error.facts).toMatchObject({ revision: 0, rectification: 4 });
    given(...consulted)
      .when(rectifyEntry, supply(4, '2024-03-05'))
      .thenCase({ consultations: [expect.anything(), expect.anything()] as never });
  });

  it('may still be corrected itself, and one that was corrected takes an insertion', () => {
    given(...consulted)
      .when(rectifyEntry, correct(0, { applicantKind: 'other' }))
      .thenCase({ applicantKind: 'other' });
    given(...replied, rectified(correct(0, { applicantKind: 'other' })))
      .when(rectifyEntry, supply(0, '2024-03-04'))
      .thenCase({ consultations: [expect.anything()] as never });
  });
});

describe('a history from before the rule', () => {
  const entry = (revision: number, type: string, data: object): RawEntry => ({
    type,
    data,
    by: { revision, actor: 'a', role: 'handler', recordedAt: '2024-01-01T00:00:00.000Z' },
  });
  const old = [
    entry(0, 'case.something', {}),
    entry(1, 'case.something', {}),
    entry(2, ENTRY_RECTIFIED, correct(0, { a: 1 })),
    entry(3, ENTRY_RECTIFIED, correct(0, { a: 2 })),
  ];

  it('stays legal with two rectifications of one entry, and takes none more of it', () => {
    expect(() => assertOneAtATime(old, [...old, entry(4, ENTRY_RECTIFIED, correct(1, { a: 1 }))])).not.toThrow();
    expect(() => assertOneAtATime(old, [...old, entry(4, ENTRY_RECTIFIED, strike(3))])).not.toThrow();
    expect(() => assertOneAtATime(old, [...old, entry(4, ENTRY_RECTIFIED, correct(0, { a: 3 }))])).toThrow(
      expect.objectContaining({
        code: 'already-rectified',
        facts: expect.objectContaining({ rectification: 3 }) as object,
      }),
    );
  });
});
