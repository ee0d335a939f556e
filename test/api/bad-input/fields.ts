import { application, RECEIVE, type BadRequest } from './bad-request.js';

type Row = readonly [name: string, changes: Readonly<Record<string, unknown>>, at: string, code?: string];

const registrations: readonly Row[] = [
  ['an unknown field', { priority: 'high' }, 'body.priority'],
  ['the actor in the body', { actor: 'head' }, 'body.actor'],
  ['the role in the body', { role: 'head' }, 'body.role'],
  ['the agency in the body', { agency: 'mengjin' }, 'body.agency'],
  ['the time of recording in the body', { now: '2020-01-01T00:00:00.000Z' }, 'body.now'],
  ['a receipt date that the client computed', { receivedOn: '2024-06-03' }, 'body.receivedOn'],
  ['no date', { on: undefined }, 'body.on'],
  ['an empty date', { on: '' }, 'body.on'],
  ['a date that does not exist', { on: '2024-02-30' }, 'body.on'],
  ['29 February of a common year', { on: '2023-02-29' }, 'body.on'],
  ['a date with a time', { on: '2024-06-03T00:00:00Z' }, 'body.on'],
  ['a date with slashes', { on: '2024/06/03' }, 'body.on'],
  ['a date in Chinese', { on: '2024年6月3日' }, 'body.on'],
  ['a date as a number', { on: 20240603 }, 'body.on'],
  ['a date as a list', { on: ['2024-06-03'] }, 'body.on'],
  ['a date of the year 10000', { on: '+10000-01-01' }, 'body.on'],
  ['a date of tomorrow', { on: '2024-06-29' }, 'body.on', 'date-in-future'],
  ['a channel that does not exist', { channel: 'pigeon' }, 'body.channel'],
  ['a channel in Chinese', { channel: '当面' }, 'body.channel'],
  ['a channel from the prototype', { channel: 'toString' }, 'body.channel'],
  ['an applicant kind that does not exist', { applicantKind: 'martian' }, 'body.applicantKind'],
  ['no applicant', { applicantRef: undefined }, 'body.applicantRef'],
  ['a name in place of a reference', { applicantRef: '张三' }, 'body.applicantRef'],
  ['an applicant of 65 characters', { applicantRef: 'a'.repeat(65) }, 'body.applicantRef'],
  ['SQL in place of a reference', { applicantRef: `x'); DROP TABLE events; --` }, 'body.applicantRef'],
  ['an object in place of a reference', { applicantRef: { $ne: null } }, 'body.applicantRef'],
  ['an empty case number', { caseNumber: '   ' }, 'body.caseNumber'],
  ['a case number of 65 characters', { caseNumber: '9'.repeat(65) }, 'body.caseNumber'],
  ['a truth value as text', { oral: 'true' }, 'body.oral'],
  ['a bad id for the case', { caseId: '../../etc/passwd' }, 'body.caseId'],
  ['an empty id for the case', { caseId: '' }, 'body.caseId'],
  ['null for an optional field', { splitFrom: null }, 'body.splitFrom'],
  ['a whole that is not there', { splitFrom: 'nowhere' }, 'body.splitFrom', 'split-source-unfit'],
];

type StepRow = readonly [step: string, name: string, body: unknown, at: string, code?: string];

const steps: readonly StepRow[] = [
  ['request-correction', 'nothing to correct', { on: '2024-06-05', items: [], correctBy: '2024-06-20' }, 'body.items'],
  [
    'request-correction',
    'an unknown item',
    { on: '2024-06-05', items: ['mood'], correctBy: '2024-06-20' },
    'body.items[0]',
  ],
  [
    'request-correction',
    'a period that ends before it starts',
    { on: '2024-06-05', items: ['identity'], correctBy: '2024-06-04' },
    'body.correctBy',
    'date-order',
  ],
  [
    'request-correction',
    'a document number that turns the reading direction',
    { on: '2024-06-05', items: ['identity'], correctBy: '2024-06-20', document: { number: '补\u202e〔2024〕1号' } },
    'body.document.number',
  ],
  [
    'request-correction',
    'a date before the receipt',
    { on: '2024-05-31', items: ['identity'], correctBy: '2024-06-20' },
    'body.on',
    'date-order',
  ],
  [
    'request-correction',
    'a hash that is none',
    { on: '2024-06-05', items: ['identity'], correctBy: '2024-06-20', document: { sha256: 'abc' } },
    'body.document.sha256',
  ],
  ['extend-deadline', '21 working days', { on: '2024-06-10', workingDays: 21, approvedBy: 'head' }, 'body.workingDays'],
  ['extend-deadline', 'no working day', { on: '2024-06-10', workingDays: 0, approvedBy: 'head' }, 'body.workingDays'],
  [
    'extend-deadline',
    'half a working day',
    { on: '2024-06-10', workingDays: 0.5, approvedBy: 'head' },
    'body.workingDays',
  ],
  [
    'extend-deadline',
    'working days as text',
    { on: '2024-06-10', workingDays: '5', approvedBy: 'head' },
    'body.workingDays',
  ],
  [
    'extend-deadline',
    'an own approval',
    { on: '2024-06-10', workingDays: 5, approvedBy: 'handler' },
    'body.approvedBy',
    'four-eyes',
  ],
  ['propose-decision', 'an unknown outcome', { on: '2024-06-12', outcome: 'refused_because' }, 'body.outcome'],
  [
    'propose-decision',
    'an outcome that no reply brings about',
    { on: '2024-06-12', outcome: 'other_withdrawn' },
    'body.outcome',
  ],
  [
    'propose-decision',
    'an earlier case that is none',
    { on: '2024-06-12', outcome: 'not_processed_duplicate', facts: { earlierCaseId: { $gt: '' } } },
    'body.facts.earlierCaseId',
  ],
  ['merge-application', 'a case in itself', { on: '2024-06-12', intoCaseId: 5 }, 'body.intoCaseId'],
  [
    'withdraw-application',
    'a withdrawal by telephone',
    { on: '2024-06-12', written: false, identityChecked: true },
    'body.written',
  ],
  ['record-payment', 'a negative amount', { on: '2024-06-12', amountFen: -1 }, 'body.amountFen'],
  ['record-payment', 'an amount in yuan', { on: '2024-06-12', amountFen: 12.5 }, 'body.amountFen'],
  [
    'rectify-entry',
    'the entry before the first',
    { on: '2024-06-12', revision: -1, action: { kind: 'void' }, reason: 'clerical-error', approvedBy: 'head' },
    'body.revision',
  ],
];

/** Fields that are unknown, missing, of the wrong type, out of range, or contradict each other. */
export const fields: readonly BadRequest[] = [
  ...registrations.map(([name, changes, at, code = 'invalid-input']) => ({
    name,
    path: RECEIVE,
    body: application(changes),
    status: 422,
    code,
    at,
  })),
  ...steps.map(([step, name, body, at, code = 'invalid-input']) => ({
    name: `${step} with ${name}`,
    path: `/cases/open-1/${step}`,
    body,
    status: 422,
    code,
    at,
  })),
];
