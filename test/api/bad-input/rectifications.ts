import type { BadRequest } from './bad-request.js';

const correct = (fields: object) => ({ kind: 'correct', fields });
const strike = { kind: 'void' };

type Row = readonly [name: string, changes: object, status: number, code: string, at?: string];

/** `closed-1`: 0 received on 3 June, 1 proposed, 2 reviewed, 3 replied on 20 June 2024. Today is 28 June. */
const rows: readonly Row[] = [
  ['an entry that does not exist', { revision: 9 }, 422, 'entry-unknown', 'body.revision'],
  ['no entry', { revision: 'last' }, 422, 'invalid-input', 'body.revision'],
  ['the receipt, away', { revision: 0, action: strike }, 422, 'receipt-not-voidable', 'body.action'],
  ['a review that the reply rests on, away', { revision: 2, action: strike }, 409, 'step-not-allowed'],
  [
    'a review, behind the reply',
    { revision: 2, action: correct({ on: '2024-06-21' }) },
    422,
    'date-order',
    'body.action',
  ],
  ['a reply, before the case', { action: correct({ on: '2024-06-02' }) }, 422, 'date-order', 'body.action'],
  ['a reply, into the future', { action: correct({ on: '2024-06-29' }) }, 422, 'date-in-future', 'body.action'],
  ['a reply, to no day', { action: correct({ on: '2024-02-30' }) }, 422, 'invalid-input', 'body.action.fields.on'],
  ['a reply, tomorrow', { on: '2024-06-29' }, 422, 'date-in-future', 'body.on'],
  ['a reply, on no day', { on: '28 June' }, 422, 'invalid-input', 'body.on'],
  ['a reply, approved by oneself', { approvedBy: 'handler' }, 422, 'four-eyes', 'body.approvedBy'],
];

/** Rectifications that may not be. */
export const rectifications: readonly BadRequest[] = rows.map(([name, changes, status, code, at]) => ({
  name: `rectifying ${name}`,
  path: '/cases/closed-1/rectify-entry',
  body: {
    on: '2024-06-28',
    revision: 3,
    action: correct({ on: '2024-06-21' }),
    reason: 'typing-error',
    approvedBy: 'head-1',
    ...changes,
  },
  status,
  code,
  ...(at !== undefined && { at }),
}));
