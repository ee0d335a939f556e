import { describe, expect, it } from '@jest/globals';
import { proposeDecision } from '../deciding/propose-decision.js';
import { reviewDecision } from '../deciding/review-decision.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { recordDelivery } from '../dispatching-reply/record-delivery.js';
import { carryForward } from '../carrying-forward/carry-forward.js';
import { extendDeadline } from '../extending-deadline/extend-deadline.js';
import { caseAfter, did, given, historyAfter, received } from '../testkit/case-specification.js';
import { issueFeeNotice } from '../charging-fee/issue-fee-notice.js';
import { rectifyEntry } from './rectify-entry.js';

const document = { number: '答〔2024〕1号' };
const reviewer = { actor: 'reviewer-1', role: 'reviewer' } as const;

/** 0 received, 1 proposed, 2 reviewed, 3 dispatched. */
const replied = [
  received('2024-03-01'),
  did(proposeDecision, { on: '2024-03-08', outcome: 'granted_provided' }),
  did(reviewDecision, { on: '2024-03-11', result: 'approved' }, reviewer),
  did(dispatchReply, { on: '2024-03-12', mode: 'post', document }, { now: '2024-03-12T02:00:00.000Z' }),
];

const rectification = (revision: number, action: object) => ({
  on: '2024-06-03',
  revision,
  action,
  reason: 'typing-error',
  approvedBy: 'head-1',
});
const correct = (revision: number, fields: object, more: object = {}) =>
  rectification(revision, { kind: 'correct', fields, ...more });
const strike = (revision: number) => rectification(revision, { kind: 'void' });
const did2 = (body: object) => did(rectifyEntry, body as Parameters<typeof did<typeof rectifyEntry>>[1]);

describe('correcting an entry', () => {
  it('changes what follows from it, and nothing else; the entry stays in the log', () => {
    const before = caseAfter(...replied);
    const after = caseAfter(...replied, did2(correct(3, { on: '2024-03-13' })));
    expect(after).toEqual({
      ...before,
      ending: { on: '2024-03-13', outcome: 'granted_provided' },
      reply: { ...before.reply, dispatchedOn: '2024-03-13' },
    });
    expect(historyAfter(...replied, did2(correct(3, { on: '2024-03-13' })))[3]?.data).toMatchObject({
      on: '2024-03-12',
    });
  });

  it('may name a day after the first recording, but none after the rectification', () => {
    given(...replied)
      .when(rectifyEntry, correct(3, { on: '2024-06-03' }), { now: '2024-06-03T01:00:00.000Z' })
      .thenCase({ ending: { on: '2024-06-03', outcome: 'granted_provided' } });
    given(...replied)
      .when(rectifyEntry, correct(3, { on: '2024-06-04' }), { now: '2024-06-03T01:00:00.000Z' })
      .thenRefused('date-in-future', 'body.action');
  });

  it('corrects the outcome together with what it needs', () => {
    const outcome = { outcome: 'unavailable_not_exist' };
    given(...replied)
      .when(rectifyEntry, correct(1, outcome))
      .thenRefused('needs-evidence', 'body.action');
    given(...replied)
      .when(rectifyEntry, correct(1, { ...outcome, evidence: [{ kind: 'search-record', document }] }))
      .thenCase({ ending: { on: '2024-03-12', outcome: 'unavailable_not_exist' } });
  });

  it('removes an optional field', () => {
    const oral = [received('2024-03-01', { oral: true })];
    given(...oral)
      .when(rectifyEntry, rectification(0, { kind: 'correct', remove: ['oral'] }))
      .thenCase({ receivedOn: '2024-03-01' });
    given(...oral)
      .when(rectifyEntry, rectification(0, { kind: 'correct', remove: ['channel'] }))
      .thenRefused('invalid-input', 'body.action.fields.channel');
  });

  it.each([
    ['a field of the wrong form', { on: '13 March' }, 'body.action.fields.on'],
    ['an unknown field', { applicantName: '张三' }, 'body.action.fields.applicantName'],
    ['a field within a field', { document: { number: '' } }, 'body.action.fields.document.number'],
  ])('is refused for %s, by its path', (_fault, fields, path) => {
    given(...replied)
      .when(rectifyEntry, correct(3, fields))
      .thenRefused('invalid-input', path);
  });

  it('is refused when a later entry would no longer be legal, by the revision of that entry', () => {
    const error = given(...replied)
      .when(rectifyEntry, correct(2, { on: '2024-03-13' }))
      .thenRefused('date-order');
    expect(error.facts['revision']).toBe(3);
  });

  it.each([
    [0, { caseId: 'another' }],
    [0, { agency: 'another' }],
    [1, { reviewRequired: false }],
  ])('never touches what identifies entry %s or guards it: %s', (revision, fields) => {
    const error = given(...replied)
      .when(rectifyEntry, correct(revision, fields))
      .thenRefused('field-fixed', `body.action.fields.${Object.keys(fields)[0]}`);
    expect(error.message).toBe(`字段 ${Object.keys(fields)[0]} 不能更正`);
  });

  it('asks for what another kind of fee notice must state', () => {
    const notice = did(issueFeeNotice, { on: '2024-03-05', method: 'per-piece', pieces: 20, priorPiecesThisMonth: 0 });
    const action = { remove: ['pieces', 'priorPiecesThisMonth'] };
    given(received('2024-03-01'), notice)
      .when(rectifyEntry, correct(1, { method: 'per-page' }, action))
      .thenRefused('invalid-input', 'body.action.fields.pages');
  });

  it('is refused when the entry reads so already, however it came to read so', () => {
    given(...replied)
      .when(rectifyEntry, correct(3, { on: '2024-03-12', document: { number: '答〔2024〕1号' } }))
      .thenRefused('nothing-corrected', 'body.action');
    given(...replied)
      .when(rectifyEntry, correct(1, { outcome: 'granted_provided' }, { remove: ['facts'] }))
      .thenRefused('nothing-corrected', 'body.action');
    const corrected = did2(correct(3, { on: '2024-03-13' }));
    given(...replied, corrected)
      .when(rectifyEntry, correct(4, { action: { kind: 'correct', fields: { on: '2024-03-13' } } }))
      .thenRefused('nothing-corrected', 'body.action');
    given(...replied)
      .when(rectifyEntry, correct(3, { on: '2024-03-12', mode: 'electronic' }))
      .thenCase({ ending: { on: '2024-03-12', outcome: 'granted_provided' } });
  });

  it('asks for at least one field, of bounded depth', () => {
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown;
    given(...replied)
      .when(rectifyEntry, correct(3, {}))
      .thenRefused('invalid-input', 'body.action');
    given(...replied)
      .when(rectifyEntry, correct(3, { document: deep }))
      .thenRefused('invalid-input', 'body.action.fields.document');
  });
});

describe('voiding an entry', () => {
  it('undoes it', () => {
    given(...replied)
      .when(rectifyEntry, strike(3))
      .thenCase({ status: 'decision-approved', ending: null, reply: null });
  });

  it('is refused where a later entry rests on it', () => {
    const error = given(...replied)
      .when(rectifyEntry, strike(2))
      .thenRefused('step-not-allowed');
    expect(error.facts['revision']).toBe(3);
  });

  it('is refused for the receipt, an entry that is not there, and one that is void already', () => {
    given(...replied)
      .when(rectifyEntry, strike(0))
      .thenRefused('receipt-not-voidable', 'body.action');
    given(...replied)
      .when(rectifyEntry, strike(4))
      .thenRefused('entry-unknown', 'body.revision');
    given(...replied, did2(strike(3)))
      .when(rectifyEntry, strike(3))
      .thenRefused('entry-void');
  });
});

describe('rectifying a rectification', () => {
  it('struck, it leaves the entry as it was recorded', () => {
    expect(caseAfter(...replied, did2(correct(3, { on: '2024-03-13' })), did2(strike(4)))).toEqual(
      caseAfter(...replied),
    );
    expect(caseAfter(...replied, did2(strike(3)), did2(strike(4)))).toEqual(caseAfter(...replied));
  });

  it('corrected, it corrects the entry otherwise', () => {
    given(...replied, did2(correct(3, { on: '2024-03-13' })))
      .when(rectifyEntry, correct(4, { action: { kind: 'correct', fields: { on: '2024-03-14' } } }))
      .thenCase({ ending: { on: '2024-03-14', outcome: 'granted_provided' } });
    given(...replied, did2(correct(3, { on: '2024-03-13' })))
      .when(rectifyEntry, correct(4, { action: { kind: 'correct', fields: { on: 'soon' } } }))
      .thenRefused('invalid-input', 'body.action.fields.on');
  });
});

describe('who rectifies, and when', () => {
  it('is approved by another person', () => {
    given(...replied)
      .when(rectifyEntry, { ...strike(3), approvedBy: 'handler-1' })
      .thenRefused('four-eyes', 'body.approvedBy');
  });

  it('gives a reason from the list', () => {
    given(...replied)
      .when(rectifyEntry, { ...strike(3), reason: '看错了' })
      .thenRefused('invalid-input', 'body.reason');
  });

  it('keeps what the closing of a year stated: an ending moved before it shows up as drift (Q12)', () => {
    given(
      received('2023-12-20'),
      did(proposeDecision, { on: '2023-12-25', outcome: 'granted_provided' }),
      did(reviewDecision, { on: '2023-12-26', result: 'approved' }, reviewer),
      did(dispatchReply, { on: '2024-01-02', mode: 'post', document }),
      did(carryForward, { on: '2023-12-31', fromYear: 2023, intoYear: 2024 }, { actor: 'year-end', role: 'operator' }),
    )
      .when(rectifyEntry, correct(3, { on: '2023-12-29' }))
      .thenCase({ ending: { on: '2023-12-29', outcome: 'granted_provided' }, carriedInto: [2024] });
  });

  it('leaves later entries that do not rest on the corrected one alone', () => {
    given(...replied, did(recordDelivery, { on: '2024-03-15' }))
      .when(rectifyEntry, correct(0, { applicantKind: 'legal-service-agency' }))
      .thenCase({ applicantKind: 'legal-service-agency', status: 'closed' });
  });

  it('judges the amended history by the calendar, too: an extension past the moved deadline', () => {
    given(
      received('2024-03-01'),
      did(
        extendDeadline,
        { on: '2024-03-28', workingDays: 10, approvedBy: 'head-1' },
        { actor: 'head-1', role: 'head' },
      ),
    )
      .when(rectifyEntry, correct(0, { on: '2024-02-20', receivedOn: '2024-02-20' }))
      .thenRefused('extension-after-due', 'body.action');
  });
});
