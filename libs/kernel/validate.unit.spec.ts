import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { InvalidInput, type FieldFault } from './errors.js';
import { validate } from './validate.js';

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
  try {
    validate(schema, value);
  } catch (error) {
    if (error instanceof InvalidInput) return error.facts.fields;
    throw error;
  }
  return undefined;
}
