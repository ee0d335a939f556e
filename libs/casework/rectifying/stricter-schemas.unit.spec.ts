import { describe, expect, it } from '@jest/globals';
import { currentCase } from '../decide.js';
import { effectiveHistory } from './effective-history.js';
import { factsOfEntry } from '../telling/facts-of-entry.js';
import { requestCorrection } from '../requesting-correction/request-correction.js';
import { did, given, historyAfter, received, type Deed } from '../testkit/case-specification.js';
import { rectifyEntry } from './rectify-entry.js';

const HIDDEN = '补\u200b〔2024〕1号';
const REQUEST = { on: '2024-03-05' as const, items: ['identity' as const], correctBy: '2024-03-20' as const };
const rectification = { on: '2024-04-01', reason: 'typing-error', approvedBy: 'head-1' } as const;
const correct = (revision: number, fields: object) => ({
  ...rectification,
  revision,
  action: { kind: 'correct', fields },
});

/** A log of an earlier program: this entry was accepted with something in it that is refused now. */
const recordedBefore =
  (revision: number, data: object): Deed =>
  ({ history }) => {
    const older = history.map((entry) =>
      entry.by.revision === revision ? { ...entry, data: { ...entry.data, ...data } } : entry,
    );
    return { history: older, state: currentCase(older) };
  };

const OLD = [
  received('2024-03-01'),
  did(requestCorrection, { ...REQUEST, document: { number: '补〔2024〕1号' } }),
  recordedBefore(1, { document: { number: HIDDEN } }),
];

describe('an entry recorded before its schema became stricter', () => {
  it('is read, told and followed by others', () => {
    const history = historyAfter(...OLD);
    expect(effectiveHistory(history)).toHaveLength(2);
    expect(JSON.stringify(factsOfEntry(history[1]!, history))).toContain(HIDDEN);
    given(...OLD)
      .when(rectifyEntry, correct(0, { applicantKind: 'other' }))
      .thenCase({ applicantKind: 'other' });
  });

  it('is corrected in another field, again and beside further corrections', () => {
    const once = [...OLD, did(rectifyEntry, correct(1, { correctBy: '2024-03-21' }) as never)];
    given(...once)
      .when(rectifyEntry, correct(0, { applicantKind: 'other' }))
      .thenCase({ applicantKind: 'other' });
    given(...once)
      .when(rectifyEntry, correct(2, { approvedBy: 'head-2' }))
      .thenCase({ status: 'awaiting-correction' });
  });

  it('takes no other text of the kind that is refused now', () => {
    given(...OLD)
      .when(rectifyEntry, correct(1, { document: { number: '补\u200b〔2024〕2号' } }))
      .thenRefused('invalid-input', 'body.action.fields.document.number');
    given(...OLD)
      .when(rectifyEntry, correct(1, { document: { number: '补〔2024〕2号' } }))
      .thenCase({});
  });

  it('does not keep a supplied step from being followed by rectifications', () => {
    const supplied = {
      ...rectification,
      revision: 0,
      action: { kind: 'insert', steps: [{ step: 'request-correction', body: REQUEST }] },
    };
    const history = [received('2024-03-01'), did(rectifyEntry, supplied as never)];
    const older = recordedBefore(1, {
      action: {
        kind: 'insert',
        steps: [{ step: 'request-correction', body: { ...REQUEST, document: { number: HIDDEN } } }],
      },
    });
    given(...history, older)
      .when(rectifyEntry, correct(0, { applicantKind: 'other' }))
      .thenCase({ applicantKind: 'other' });
  });
});

describe('a number of a case, put right by a rectification', () => {
  it.each(['收\u200b3号', '收\n3号', '收3号 ', '', '号'.repeat(65)])(
    'is refused as at the registration: %j',
    (caseNumber) => {
      given(received('2024-03-01'))
        .when(rectifyEntry, correct(0, { caseNumber }))
        .thenRefused('invalid-input', 'body.action.fields.caseNumber');
    },
  );
});

it.each(['文\u202e1号', '文\u200b1号', '文\u20281号'])(
  'the number of a document of a command hides nothing: %j',
  (number) => {
    given(received('2024-03-01'))
      .when(requestCorrection, { ...REQUEST, document: { number } })
      .thenRefused('invalid-input', 'body.document.number');
  },
);
