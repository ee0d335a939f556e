import { describe, expect, it } from '@jest/globals';
import { withdrawApplication } from '../withdrawing/withdraw-application.js';
import { caseAfter, did, given, received } from '../testkit/case-specification.js';
import { rectifyEntry } from './rectify-entry.js';

const rectification = (revision: number, action: object) => ({
  on: '2024-06-03',
  revision,
  action,
  reason: 'typing-error',
  approvedBy: 'head-1',
});
const correct = (revision: number, fields: object) => rectification(revision, { kind: 'correct', fields });
const rectified = (body: object) => did(rectifyEntry, body as Parameters<typeof did<typeof rectifyEntry>>[1]);

/** 0 received, 1 withdrawn, 2 the withdrawal corrected. */
const deeds = [
  received('2024-03-01'),
  did(withdrawApplication, { on: '2024-03-05', written: true, identityChecked: true }),
  rectified(correct(1, { on: '2024-03-06' })),
];

describe('what may not be said at once may not be said by correcting a rectification', () => {
  it.each([
    ['strikes the receipt', { revision: 0, action: { kind: 'void' } }, 'receipt-not-voidable'],
    [
      'changes what identifies the case',
      { revision: 0, action: { kind: 'correct', fields: { caseId: 'x' } } },
      'field-fixed',
    ],
    ['names an entry that came later', { revision: 2 }, 'entry-unknown'],
    ['is approved by its own author', { approvedBy: 'handler-1' }, 'four-eyes'],
    ['lies in the future', { on: '2031-01-01' }, 'date-in-future'],
  ])('a rectification that then %s', (_fault, fields, code) => {
    const error = given(...deeds)
      .when(rectifyEntry, correct(2, fields))
      .thenRefused(code, 'body.action');
    expect(error.facts).toMatchObject({ revision: 2, type: 'case.entry-rectified' });
  });

  it.each([
    ['no action', { action: null }, 'body.action.fields.action'],
    ['a correction without fields', { action: { kind: 'correct' } }, 'body.action.fields.action'],
    ['an insertion without steps', { action: { kind: 'insert' } }, 'body.action.fields.action.steps'],
    [
      'an insertion of a decision',
      { action: { kind: 'insert', steps: [{ step: 'propose-decision', body: {} }] } },
      'body.action.fields.action.steps[0].step',
    ],
    ['no revision', { revision: 'first' }, 'body.action.fields.revision'],
  ])('a rectification that then has %s', (_fault, fields, path) => {
    given(...deeds)
      .when(rectifyEntry, correct(2, fields))
      .thenRefused('invalid-input', path);
  });

  it('may be aimed at another entry', () => {
    given(...deeds)
      .when(rectifyEntry, correct(2, { revision: 0, action: { kind: 'correct', fields: { applicantKind: 'other' } } }))
      .thenCase({ applicantKind: 'other', ending: { on: '2024-03-05', outcome: 'other_withdrawn' } });
  });

  it('three deep: the correction of the correction of a correction struck', () => {
    const again = rectified(correct(2, { action: { kind: 'correct', fields: { on: '2024-03-07' } } }));
    const strike = rectified(rectification(3, { kind: 'void' }));
    expect(caseAfter(...deeds, again).ending?.on).toBe('2024-03-07');
    expect(caseAfter(...deeds, again, strike)).toEqual(caseAfter(...deeds));
  });
});
