import { describe, expect, it } from '@jest/globals';
import { caseAfter, did, given, received } from '../testkit/case-specification.js';
import { proposeDecision } from '../deciding/propose-decision.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { DEFAULT_POLICY } from '../step.js';
import { concludeLitigation } from './conclude-litigation.js';
import { concludeReconsideration } from './conclude-reconsideration.js';
import { dispatchRemedialReply } from './dispatch-remedial-reply.js';
import { fileLitigation } from './file-litigation.js';
import { fileReconsideration } from './file-reconsideration.js';

const document = { number: '答〔2024〕1号' };
const refused = [
  received('2024-03-01'),
  did(
    proposeDecision,
    { on: '2024-03-08', outcome: 'refused_internal_affairs' },
    { policy: { ...DEFAULT_POLICY, reviewRequired: false } },
  ),
  did(dispatchReply, { on: '2024-03-12', mode: 'post', document }),
];
const filed = [...refused, did(fileReconsideration, { on: '2024-04-01', remedyId: 'fy-1' })];
const corrected = [...filed, did(concludeReconsideration, { on: '2024-05-20', remedyId: 'fy-1', result: 'corrected' })];

describe('reconsideration', () => {
  it('is filed, pending, then concluded', () => {
    expect(caseAfter(...filed).remedies).toEqual([
      {
        remedyId: 'fy-1',
        kind: 'reconsideration',
        filedOn: '2024-04-01',
        concludedOn: null,
        result: null,
        counted: true,
        follows: null,
        remedialReplyOn: null,
        remedialOutcome: null,
      },
    ]);
    expect(caseAfter(...corrected).remedies).toMatchObject([{ concludedOn: '2024-05-20', result: 'corrected' }]);
  });

  it('lies against silence as well: an open case, its status unchanged', () => {
    given(received('2024-03-01')).when(fileReconsideration, { on: '2024-04-15' }).thenCase({ status: 'in-progress' });
  });

  it('gets an id that follows from the command when none is given', () => {
    const filing = () =>
      caseAfter(received('2024-03-01'), did(fileReconsideration, { on: '2024-04-15' }, { commandId: 'c-9' }))
        .remedies[0];
    expect(filing()?.remedyId).toMatch(/^[0-9a-f-]{36}$/);
    expect(filing()).toEqual(filing());
  });

  it('is filed once under one id, concluded once, and not before it was filed', () => {
    given(...filed)
      .when(fileReconsideration, { on: '2024-04-02', remedyId: 'fy-1' })
      .thenRefused('remedy-already-filed');
    given(...corrected)
      .when(concludeReconsideration, { on: '2024-05-21', remedyId: 'fy-1', result: 'upheld' })
      .thenRefused('remedy-already-concluded');
    given(...filed)
      .when(concludeReconsideration, { on: '2024-03-31', remedyId: 'fy-1', result: 'upheld' })
      .thenRefused('date-order', 'body.on');
    given(...filed)
      .when(concludeReconsideration, { on: '2024-05-20', remedyId: 'fy-2', result: 'upheld' })
      .thenRefused('remedy-unknown', 'body.remedyId');
    given(...filed)
      .when(concludeLitigation, { on: '2024-05-20', remedyId: 'fy-1', result: 'upheld' })
      .thenRefused('remedy-kind', 'body.remedyId');
  });
});

describe('litigation', () => {
  it('is direct, or after a reconsideration on record or not', () => {
    const suit = (body: object) =>
      caseAfter(...corrected, did(fileLitigation, { on: '2024-06-03', remedyId: 'ss-1', ...body })).remedies[1];
    expect(suit({})).toMatchObject({ kind: 'litigation-direct', follows: null, counted: true });
    expect(suit({ afterReconsideration: 'fy-1' })).toMatchObject({
      kind: 'litigation-after-reconsideration',
      follows: 'fy-1',
    });
    expect(suit({ afterReconsideration: true })).toMatchObject({
      kind: 'litigation-after-reconsideration',
      follows: null,
    });
  });

  it('as a mere co-defendant is on record but not counted (201号)', () => {
    const state = caseAfter(...refused, did(fileLitigation, { on: '2024-06-03', notCounted: 'co-defendant' }));
    expect(state.remedies).toMatchObject([{ counted: false }]);
  });

  it('follows a reconsideration of this case, and in time', () => {
    given(...filed)
      .when(fileLitigation, { on: '2024-06-03', afterReconsideration: 'fy-9' })
      .thenRefused('remedy-unknown', 'body.afterReconsideration');
    given(...corrected)
      .when(fileLitigation, { on: '2024-05-19', afterReconsideration: 'fy-1' })
      .thenRefused('date-order', 'body.on');
    given(...refused, did(fileLitigation, { on: '2024-06-03', remedyId: 'ss-1' }))
      .when(fileLitigation, { on: '2024-07-01', afterReconsideration: 'ss-1' })
      .thenRefused('remedy-kind', 'body.afterReconsideration');
  });

  it('is concluded by its result', () => {
    const suit = did(fileLitigation, { on: '2024-06-03', remedyId: 'ss-1' });
    const state = caseAfter(
      ...refused,
      suit,
      did(concludeLitigation, { on: '2024-09-02', remedyId: 'ss-1', result: 'other' }),
    );
    expect(state.remedies).toMatchObject([{ concludedOn: '2024-09-02', result: 'other' }]);
    given(...refused, suit)
      .when(concludeReconsideration, { on: '2024-09-02', remedyId: 'ss-1', result: 'other' })
      .thenRefused('remedy-kind', 'body.remedyId');
  });
});

describe('a remedial reply', () => {
  const again = { on: '2024-06-10', remedyId: 'fy-1', document: { number: '答〔2024〕1号之二' } } as const;

  it('is linked to the remedy and leaves the ending as it was (Q11)', () => {
    const before = caseAfter(...corrected);
    const after = caseAfter(...corrected, did(dispatchRemedialReply, again));
    expect(after.remedies).toMatchObject([{ remedialReplyOn: '2024-06-10' }]);
    expect({ ...after, remedies: [] }).toEqual({ ...before, remedies: [] });
  });

  it('may say another outcome, of those that a reply can have', () => {
    const after = caseAfter(...corrected, did(dispatchRemedialReply, { ...again, outcome: 'granted_provided' }));
    expect(after.remedies).toMatchObject([{ remedialReplyOn: '2024-06-10', remedialOutcome: 'granted_provided' }]);
    expect(after.ending).toEqual(caseAfter(...corrected).ending);
    given(...corrected)
      .when(dispatchRemedialReply, { ...again, outcome: 'other_withdrawn' })
      .thenRefused('invalid-input', 'body.outcome');
  });

  it('comes only after a correction, once, and not before it', () => {
    given(...filed)
      .when(dispatchRemedialReply, again)
      .thenRefused('remedy-not-corrected');
    given(...corrected)
      .when(dispatchRemedialReply, { ...again, on: '2024-05-19' })
      .thenRefused('date-order', 'body.on');
    given(...corrected, did(dispatchRemedialReply, again))
      .when(dispatchRemedialReply, again)
      .thenRefused('already-replied-again');
  });
});
