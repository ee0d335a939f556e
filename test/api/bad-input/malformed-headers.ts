import { APPLICATION } from '../support/bodies.js';
import { RECEIVE, type BadRequest } from './bad-request.js';

const EXTEND = '/cases/open-1/extend-deadline';
const EXTENSION = { on: '2024-06-10', workingDays: 5, approvedBy: 'head' };

const contentTypes: readonly (readonly [string | undefined, string?])[] = [
  [undefined],
  ['text/plain'],
  ['application/x-www-form-urlencoded'],
  ['multipart/form-data; boundary=x'],
  ['application/xml'],
  ['application/jsonp'],
  ['json'],
  ['application/json; charset=utf-16', 'Content-Type'],
  ['application/json;charset="gb18030"', 'Content-Type'],
];

const keys: readonly (readonly [string, string | readonly string[] | undefined, string])[] = [
  ['no Idempotency-Key', undefined, 'idempotency-key-missing'],
  ['an empty Idempotency-Key', '', 'idempotency-key-malformed'],
  ['an Idempotency-Key of 201 characters', 'k'.repeat(201), 'idempotency-key-malformed'],
  ['an Idempotency-Key with a blank', 'a b', 'idempotency-key-malformed'],
  ['an Idempotency-Key with Latin-1', 'cl\u00e9', 'idempotency-key-malformed'],
  ['two Idempotency-Keys', ['a', 'b'], 'idempotency-key-malformed'],
];

const etags: readonly (readonly [string, string])[] = [
  ['any revision', '*'],
  ['a bare number', '0'],
  ['a weak ETag', 'W/"0"'],
  ['a list', '"0", "1"'],
  ['a negative revision', '"-1"'],
  ['a revision with a leading zero', '"00"'],
  ['a fraction', '"0.5"'],
  ['words', '"latest"'],
  ['nothing', ''],
  ['a number beyond all revisions', '"99999999999999999999"'],
  ['open quotes', '"0'],
];

/** Headers that are missing, twice there, or say nothing that can be used. */
export const malformedHeaders: readonly BadRequest[] = [
  ...contentTypes.map(([type, at]) => ({
    name: `Content-Type ${type ?? 'missing'}`,
    path: RECEIVE,
    headers: { 'content-type': type },
    body: JSON.stringify(APPLICATION),
    status: 415,
    code: 'unsupported-media-type',
    ...(at !== undefined && { at }),
  })),
  ...keys.map(([name, key, code]) => ({
    name,
    path: RECEIVE,
    headers: { 'idempotency-key': key },
    body: APPLICATION,
    status: 400,
    code,
    at: 'Idempotency-Key',
  })),
  ...etags.map(([name, etag]) => ({
    name: `If-Match with ${name}`,
    path: EXTEND,
    headers: { 'if-match': etag },
    body: EXTENSION,
    status: 400,
    code: 'if-match-malformed',
    at: 'If-Match',
  })),
  {
    name: 'If-Match ahead of the case',
    path: EXTEND,
    headers: { 'if-match': '"7"' },
    body: EXTENSION,
    status: 412,
    code: 'revision-conflict',
  },
  {
    name: 'If-Match behind the case',
    path: '/cases/waiting-1/record-correction',
    headers: { 'if-match': '"0"' },
    body: { on: '2024-06-12' },
    status: 412,
    code: 'revision-conflict',
  },
  {
    name: 'If-Match for a case that does not exist yet',
    path: RECEIVE,
    headers: { 'if-match': '"0"' },
    body: APPLICATION,
    status: 412,
    code: 'revision-conflict',
  },
];
