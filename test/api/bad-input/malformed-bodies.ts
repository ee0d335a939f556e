import { gzipSync } from 'node:zlib';
import { APPLICATION } from '../support/bodies.js';
import { RECEIVE, type BadRequest } from './bad-request.js';

const GOOD = JSON.stringify(APPLICATION);
const nested = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

type Row = readonly [name: string, body: string | Buffer, code: string, at: string];

const unreadable: readonly Row[] = [
  ['an empty body', '', 'body-missing', 'body'],
  ['a body of blanks', '  \n ', 'malformed-json', 'body'],
  ['an open brace', '{', 'malformed-json', 'body'],
  ['a comma too many', '{"on":"2024-06-03",}', 'malformed-json', 'body'],
  ['single quotes', "{'on':'2024-06-03'}", 'malformed-json', 'body'],
  ['a comment', '{/* hidden */"on":"2024-06-03"}', 'malformed-json', 'body'],
  ['NaN', '{"on":NaN}', 'malformed-json', 'body'],
  ['hexadecimal numbers', '{"on":0x10}', 'malformed-json', 'body'],
  ['two documents', GOOD + GOOD, 'malformed-json', 'body'],
  ['half a document', GOOD.slice(0, 40), 'malformed-json', 'body'],
  ['a byte order mark', `\uFEFF${GOOD}`, 'malformed-json', 'body'],
  [
    'XML',
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    'malformed-json',
    'body',
  ],
  ['form data', 'on=2024-06-03&channel=in-person', 'malformed-json', 'body'],
  ['UTF-16', Buffer.from(GOOD, 'utf16le'), 'malformed-json', 'body'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'malformed-utf8', 'body'],
  ['overlong UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), 'malformed-utf8', 'body'],
  ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'malformed-utf8', 'body'],
  ['GB18030', Buffer.from([0x22, 0xc9, 0xea, 0xc7, 0xeb, 0x22]), 'malformed-utf8', 'body'],
  ['a field twice', '{"on":"2024-06-03","on":"2024-06-04"}', 'duplicate-key', 'body.on'],
  ['a field twice, once escaped', '{"on":"2024-06-03","\\u006fn":"2024-06-04"}', 'duplicate-key', 'body.on'],
  ['__proto__', '{"__proto__":{"role":"head"}}', 'forbidden-key', 'body.__proto__'],
  ['__proto__, escaped', '{"\\u005f\\u005fproto__":{"role":"head"}}', 'forbidden-key', 'body.__proto__'],
  ['constructor.prototype', '{"constructor":{"prototype":{"role":"head"}}}', 'forbidden-key', 'body.constructor'],
  ['nesting of 17', nested(17), 'nesting-too-deep', `body${'.a'.repeat(16)}`],
  ['nesting of 5,000', nested(5_000), 'nesting-too-deep', `body${'.a'.repeat(16)}`],
  ['an infinite number', '{"on":1e999}', 'number-out-of-range', 'body.on'],
  ['a number that no double holds', '{"on":9007199254740993}', 'number-out-of-range', 'body.on'],
  ['NUL', '{"caseNumber":"a\\u0000b"}', 'malformed-text', 'body.caseNumber'],
  ['half a surrogate pair', '{"caseNumber":"\\ud83d"}', 'malformed-text', 'body.caseNumber'],
];

const wrongShape: readonly Row[] = [
  ['a list', '[]', 'invalid-input', 'body'],
  ['a list of a good body', `[${GOOD}]`, 'invalid-input', 'body'],
  ['a text', '"receive"', 'invalid-input', 'body'],
  ['a number', '7', 'invalid-input', 'body'],
  ['null', 'null', 'invalid-input', 'body'],
  ['true', 'true', 'invalid-input', 'body'],
];

/** Bodies that cannot be read, or are no object at all. */
export const malformedBodies: readonly BadRequest[] = [
  ...unreadable.map(([name, body, code, at]) => ({ name, path: RECEIVE, body, status: 400, code, at })),
  ...wrongShape.map(([name, body, code, at]) => ({
    name: `${name} instead of an object`,
    path: RECEIVE,
    body,
    status: 422,
    code,
    at,
  })),
  ...['merge-application', 'propose-decision', 'rectify-entry'].map((step) => ({
    name: `null instead of an object for ${step}`,
    path: `/cases/open-1/${step}`,
    body: 'null',
    status: 422,
    code: 'invalid-input',
    at: 'body',
  })),
  {
    name: 'a list instead of an object for a new agency',
    from: 'operator',
    path: '/agencies',
    body: '[]',
    status: 422,
    code: 'invalid-input',
    at: 'body',
  },
  {
    name: 'a body of 64 KiB and one byte',
    path: RECEIVE,
    body: `"${'x'.repeat(65_535)}"`,
    status: 413,
    code: 'body-too-large',
  },
  {
    name: 'a body of 10 MB',
    path: RECEIVE,
    body: Buffer.alloc(10_000_000, '['),
    status: 413,
    code: 'body-too-large',
  },
  {
    name: 'a large body in chunks',
    path: RECEIVE,
    headers: { 'transfer-encoding': 'chunked' },
    body: `"${'x'.repeat(70_000)}"`,
    status: 413,
    code: 'body-too-large',
  },
  {
    name: 'a compressed body',
    path: RECEIVE,
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(GOOD),
    status: 415,
    code: 'unsupported-media-type',
    at: 'Content-Encoding',
  },
];
