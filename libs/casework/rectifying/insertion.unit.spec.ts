import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { calendarOf } from '#calendar';
import { proposeDecision } from '../deciding/propose-decision.js';
import { reviewDecision } from '../deciding/review-decision.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { dueDate } from '../legal-clock.js';
import { caseSteps } from '../steps.js';
import { caseAfter, did, given, historyAfter, received } from '../testkit/case-specification.js';
import { effectiveHistory } from './effective-history.js';
import { INSERTABLE_EVENTS } from './insertion.js';
import { rectifyEntry } from './rectify-entry.js';

const document = { number: '答〔2024〕1号' };

/** 0 received, 1 proposed, 2 reviewed, 3 dispatched. Due 2024-03-29 without more. */
const replied = [
  received('2024-03-01'),
  did(proposeDecision, { on: '2024-04-08', outcome: 'granted_provided' }),
  did(reviewDecision, { on: '2024-04-09', result: 'approved' }, { actor: 'reviewer-1', role: 'reviewer' }),
  did(dispatchReply, { on: '2024-04-10', mode: 'post', document }),
];

const rectification = (revision: number, action: object) => ({
  on: '2024-06-03',
  revision,
  action,
  reason: 'forgotten',
  approvedBy: 'head-1',
});
const supply = (revision: number, ...steps: readonly (readonly [step: string, body: object])[]) =>
  rectification(revision, { kind: 'insert', steps: steps.map(([step, body]) => ({ step, body })) });
const rectified = (body: object) => did(rectifyEntry, body as Parameters<typeof did<typeof rectifyEntry>>[1]);

const extension = ['extend-deadline', { on: '2024-03-28', workingDays: 10, approvedBy: 'head-1' }] as const;
const request = ['request-correction', { on: '2024-03-06', items: ['contact'], correctBy: '2024-03-20' }] as const;
const answer = ['record-correction', { on: '2024-03-15' }] as const;

describe('supplying a forgotten step', () => {
  it('puts an extension into a case that has long been answered: the reply is no longer late', () => {
    expect(dueDate(caseAfter(...replied), calendarOf('CN')).due).toBe('2024-03-29');
    const after = caseAfter(...replied, rectified(supply(0, extension)));
    expect(after).toEqual({
      ...caseAfter(...replied),
      extension: { on: '2024-03-28', workingDays: 10, approvedBy: 'head-1' },
    });
    expect(dueDate(after, calendarOf('CN')).due).toBe('2024-04-15');
  });

  it('leaves the log as it was but for the rectification, whose revision the step carries', () => {
    const history = historyAfter(...replied, rectified(supply(0, extension)));
    expect(history.slice(0, 4)).toEqual(historyAfter(...replied));
    expect(history).toHaveLength(5);
    expect(effectiveHistory(history).map(({ type, by }) => [type, by.revision, by.inserted ?? 0])).toEqual([
      ['case.application-received', 0, 0],
      ['case.deadline-extended', 4, 1],
      ['case.decision-proposed', 1, 0],
      ['case.decision-reviewed', 2, 0],
      ['case.reply-dispatched', 3, 0],
    ]);
  });

  it('supplies a notice together with its answer, neither of which could stand alone', () => {
    given(...replied)
      .when(rectifyEntry, supply(0, request, answer))
      .thenCase({
        status: 'closed',
        correction: { requestedOn: '2024-03-06', correctBy: '2024-03-20', correctedOn: '2024-03-15' },
      });
    const alone = given(...replied)
      .when(rectifyEntry, supply(0, request))
      .thenRefused('step-not-allowed');
    expect(alone.facts).toMatchObject({ revision: 1, type: 'case.decision-proposed', status: 'closed' });
  });

  it('writes the payload that the step itself decides', () => {
    given(...replied)
      .when(
        rectifyEntry,
        supply(
          0,
          ['consult-third-party', { on: '2024-03-04', partyRef: 'party-1' }],
          ['consult-third-party', { on: '2024-03-05', partyRef: 'party-2' }],
          ['issue-fee-notice', { on: '2024-03-06', method: 'per-page', pages: 250 }],
          ['record-payment', { on: '2024-03-07', amountFen: 470_000 }],
        ),
        { commandId: 'key-7' },
      )
      .thenRecords({
        action: {
          kind: 'insert',
          steps: [
            { step: 'consult-third-party', body: { consultationId: derivedId('key-7', 'consultation') } },
            { step: 'consult-third-party', body: { consultationId: derivedId('key-7/1', 'consultation') } },
            { step: 'issue-fee-notice', body: { amountFen: 470_000 } },
            { step: 'record-payment', body: { amountFen: 470_000 } },
          ],
        },
      });
  });

  it('judges the step in the state at its place', () => {
    given(...replied)
      .when(rectifyEntry, supply(3, extension))
      .thenRefused('step-not-allowed', undefined);
    const late = given(...replied)
      .when(rectifyEntry, supply(0, ['extend-deadline', { ...extension[1], on: '2024-04-02' }]))
      .thenRefused('extension-after-due', 'body.action.steps[0]');
    expect(late.facts).toMatchObject({ step: 'extend-deadline', index: 0 });
    given(...replied)
      .when(rectifyEntry, supply(0, ['extend-deadline', { ...extension[1], approvedBy: 'handler-1' }]))
      .thenRefused('four-eyes', 'body.action.steps[0]');
  });

  it('judges what follows, too: a correction that arrived after the decision was proposed', () => {
    const error = given(...replied)
      .when(rectifyEntry, supply(0, request, ['record-correction', { on: '2024-04-09', goodReason: true }]))
      .thenRefused('date-order', 'body.action');
    expect(error.facts).toMatchObject({ revision: 1, type: 'case.decision-proposed' });
    expect(error.message).toContain('第 1 条记录');
  });

  it.each([
    ['a body of the wrong form', ['record-delivery', { on: 'soon' }], 'body.action.steps[0].body.on'],
    ['an unknown field', ['record-delivery', { on: '2024-04-12', by: '张三' }], 'body.action.steps[0].body.by'],
    ['a decision', ['propose-decision', {}], 'body.action.steps[0].step'],
    ['an ending', ['withdraw-application', {}], 'body.action.steps[0].step'],
    ['a rectification', ['rectify-entry', {}], 'body.action.steps[0].step'],
    ['carrying forward', ['carry-forward', {}], 'body.action.steps[0].step'],
  ] as const)('is refused for %s, by its path', (_fault, step, path) => {
    given(...replied)
      .when(rectifyEntry, supply(3, step))
      .thenRefused('invalid-input', path);
  });

  it('is refused in plain words: which step it was, and which entry would no longer be legal', () => {
    const late = given(...replied).when(rectifyEntry, supply(3, ['extend-deadline', extension[1]]));
    expect(late.thenRefused('step-not-allowed').message).toBe(
      '补记的第 1 个步骤（延长答复期限）不合法：案件状态为“已办结”，不能办理“延长答复期限”',
    );
    const struck = given(...replied).when(rectifyEntry, rectification(2, { kind: 'void' }));
    expect(struck.thenRefused('step-not-allowed').message).toBe(
      '更正后，第 3 条记录（发出答复）不再合法：案件状态为“待审核”，不能办理“发出答复”',
    );
  });

  it('is refused without steps, behind an entry that is not there or void, in the future', () => {
    given(...replied)
      .when(rectifyEntry, supply(0))
      .thenRefused('invalid-input', 'body.action.steps');
    given(...replied)
      .when(rectifyEntry, supply(4, extension))
      .thenRefused('entry-unknown', 'body.revision');
    given(...replied, rectified(rectification(3, { kind: 'void' })))
      .when(rectifyEntry, supply(3, extension))
      .thenRefused('entry-void');
    given(...replied)
      .when(rectifyEntry, supply(3, ['record-delivery', { on: '2024-06-04' }]), { now: '2024-06-03T01:00:00.000Z' })
      .thenRefused('date-in-future', 'body.action.steps[0]');
  });
});

describe('rectifying what was supplied', () => {
  const extended = [...replied, rectified(supply(0, extension))];

  it('struck, it is gone; the striking struck, it is back', () => {
    const strike = (revision: number) => rectified(rectification(revision, { kind: 'void' }));
    expect(caseAfter(...extended, strike(4))).toEqual(caseAfter(...replied));
    expect(caseAfter(...extended, strike(4), strike(5))).toEqual(caseAfter(...extended));
  });

  it('corrected, the whole of what it supplies is judged anew', () => {
    const otherwise = (body: object) =>
      rectification(4, {
        kind: 'correct',
        fields: { action: { kind: 'insert', steps: [{ step: 'extend-deadline', body }] } },
      });
    given(...extended)
      .when(rectifyEntry, otherwise({ ...extension[1], workingDays: 20 }))
      .thenCase({ extension: { on: '2024-03-28', workingDays: 20, approvedBy: 'head-1' } });
    given(...extended)
      .when(rectifyEntry, otherwise({ ...extension[1], workingDays: 21 }))
      .thenRefused('invalid-input', 'body.action.steps.workingDays');
    given(...extended)
      .when(rectifyEntry, otherwise({ ...extension[1], on: '2024-04-02' }))
      .thenRefused('extension-after-due', 'body.action');
  });

  it('moved behind another entry, it is judged there', () => {
    const moved = (revision: number) => rectification(4, { kind: 'correct', fields: { revision } });
    given(...extended)
      .when(rectifyEntry, moved(2))
      .thenCase({ extension: { on: '2024-03-28', workingDays: 10, approvedBy: 'head-1' } });
    const error = given(...extended)
      .when(rectifyEntry, moved(3))
      .thenRefused('step-not-allowed');
    expect(error.facts).toMatchObject({ revision: 4, type: 'case.deadline-extended' });
    given(...extended)
      .when(rectifyEntry, moved(4))
      .thenRefused('entry-unknown');
  });

  it('supplies an answer behind a notice that was supplied before', () => {
    const consulted = rectified(
      supply(0, ['consult-third-party', { on: '2024-03-05', partyRef: 'p-1', consultationId: 'c-1' }]),
    );
    const answered = supply(4, [
      'conclude-consultation',
      { on: '2024-03-12', consultationId: 'c-1', result: 'agrees' },
    ]);
    given(...replied, consulted)
      .when(rectifyEntry, answered)
      .thenCase({ consultations: [expect.objectContaining({ endedOn: '2024-03-12', result: 'agrees' })] as never });
    const error = given(...replied, consulted, rectified(answered))
      .when(rectifyEntry, rectification(4, { kind: 'void' }))
      .thenRefused('consultation-unknown');
    expect(error.facts).toMatchObject({ revision: 5, type: 'case.consultation-concluded' });
  });
});

describe('the steps that may be supplied', () => {
  it('record the events that their steps record', () => {
    const events = Object.fromEntries(caseSteps.map(({ name, event }) => [name, event.type]));
    expect(events).toMatchObject(INSERTABLE_EVENTS);
  });

  it('are open to everybody who may rectify: supplying them goes round no role', () => {
    const supplied = caseSteps.filter(({ name }) => name in INSERTABLE_EVENTS);
    for (const { roles } of supplied) expect(roles).toEqual(expect.arrayContaining([...rectifyEntry.roles]));
  });
});
