import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { InvalidInput, type FieldFault } from './errors.js';
import { validate, validateAmended } from './validate.js';

const schema = z.strictObject({
  name: z.string(),
  count: z.int(),
  list: z.array(z.string()).optional(),
  inner: z.strictObject({ on: z.string({ error: '应为日期' }) }).optional(),
});

describe('validating input', () => {
  it('passes what fits', () => {
    expect(validate(schema, { name: '甲', count: 1 })).toEqual({ name: '甲', count: 1 });
  });

  it.each<[string, unknown, FieldFault]>([
    ['a missing field', { count: 1 }, { path: 'body.name', message: '缺少此项' }],
    ['a missing whole', undefined, { path: 'body', message: '缺少此项' }],
    ['null for text', { name: null, count: 1 }, { path: 'body.name', message: '应为文字，而不是空值（null）' }],
    ['text for a number', { name: '甲', count: '1' }, { path: 'body.count', message: '应为数，而不是文字' }],
    [
      'an object for a list',
      { name: '甲', count: 1, list: {} },
      { path: 'body.list', message: '应为列表，而不是对象' },
    ],
    ['a list for the whole', [], { path: 'body', message: '应为对象，而不是列表' }],
    [
      'a field unknown',
      { name: '甲', count: 1, inner: { on: '', x: 1 } },
      { path: 'body.inner.x', message: '没有这个字段' },
    ],
    ['words of its own', { name: '甲', count: 1, inner: { on: 1 } }, { path: 'body.inner.on', message: '应为日期' }],
  ])('names the field and says in Chinese what is wrong: %s', (_what, value, fault) => {
    expect(faultsOf(value)).toEqual([fault]);
  });

  it('translates what it has no words for', () => {
    expect(faultsOf({ name: '甲', count: 1.5 })).toEqual([
      { path: 'body.count', message: expect.not.stringMatching(/undefined|expected|Invalid/) },
    ]);
  });
});

function faultsOf(value: unknown): readonly FieldFault[] | undefined {
  return faultsFoundBy(() => validate(schema, value));
}

function faultsFoundBy(judge: () => unknown): readonly FieldFault[] | undefined {
  try {
    judge();
  } catch (error) {
    if (error instanceof InvalidInput) return error.facts.fields;
    throw error;
  }
  return undefined;
}

describe('validating what was amended', () => {
  const line = z
    .strictObject({ number: z.string(), hash: z.string() })
    .refine(({ number }) => number !== '旧', '不能用');
  const either = z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('piece'), pieces: z.int(), document: line.optional() }),
    z.strictObject({ method: z.literal('page'), pages: z.int(), document: line.optional() }),
  ]);
  const accepted = { method: 'piece', pieces: 1, document: { number: '旧', hash: 'a' } };
  const amendedFaults = (after: object) => faultsFoundBy(() => validateAmended(either, after, accepted));

  it('does not hold against a field what stood in the log, in whatever order its parts come', () => {
    expect(amendedFaults({ ...accepted, pieces: 2 })).toBeUndefined();
    expect(amendedFaults({ ...accepted, document: { hash: 'a', number: '旧' } })).toBeUndefined();
  });

  it('holds against a field what it became', () => {
    const changed = { ...accepted, document: { number: '旧', hash: 'b' } };
    expect(amendedFaults(changed)).toEqual([{ path: 'body.document', message: '不能用' }]);
    expect(amendedFaults({ ...accepted, pieces: '2' })).toMatchObject([{ path: 'body.pieces' }]);
  });

  it('finds a field lacking that only the amendment asks for', () => {
    expect(amendedFaults({ method: 'page' })).toEqual([{ path: 'body.pages', message: '缺少此项' }]);
  });
});
