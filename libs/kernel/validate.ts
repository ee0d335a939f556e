import { z } from 'zod';
import { isSameJson } from './canonical-json.js';
import { InvalidInput, type FieldFault } from './errors.js';
import type { Json } from './event.js';

const translated = z.locales.zhCN().localeError;

/** What the sender of a value calls its type. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: '布尔值（true 或 false）',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空值（null）',
};

/** Messages of schemas that give none of their own, in Chinese: no field is told that it is `undefined`. */
const chinese: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return '缺少此项';
  if (issue.code !== 'invalid_type') return translated(issue);
  const expected = TYPE_NAMES[issue.expected] ?? issue.expected;
  return `应为${expected}，而不是${TYPE_NAMES[typeNameOf(issue.input)] ?? typeNameOf(issue.input)}`;
};

function typeNameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Parses `value` by `schema` or raises {@link InvalidInput} that names every field at fault. */
export function validate<S extends z.ZodType>(schema: S, value: unknown, at = 'body'): z.output<S> {
  const result = schema.safeParse(value, { error: chinese });
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.flatMap((issue) => faults(issue, at)));
}

/**
 * Judges `after`, a value that the log accepted as `before` and of which fields were replaced or taken away. A schema may have become
 * stricter since: what is wrong with a field that stands in the log is not held against it as long as the field stays as it is. Without
 * `before` the whole is judged. Raises {@link InvalidInput}.
 */
export function validateAmended(schema: z.ZodType, after: object, before: object | undefined, at = 'body'): void {
  const issues = issuesOf(schema, after);
  if (issues.length === 0) return;
  const faultyBefore = new Set(before && issuesOf(schema, before).map(({ path: [field] }) => field));
  const held = issues.filter(({ path: [field] }) => {
    if (before === undefined || field === undefined || !faultyBefore.has(field)) return true;
    return !isSameJson(fieldOf(after, field), fieldOf(before, field));
  });
  if (held.length > 0) throw new InvalidInput(held.flatMap((issue) => faults(issue, at)));
}

function issuesOf(schema: z.ZodType, value: object): readonly z.core.$ZodIssue[] {
  return schema.safeParse(value, { error: chinese }).error?.issues ?? [];
}

function fieldOf(value: object, field: PropertyKey): Json | undefined {
  return (value as Readonly<Record<PropertyKey, Json | undefined>>)[field];
}

function faults(issue: z.core.$ZodIssue, at: string): FieldFault[] {
  const path = issue.path.reduce<string>(
    (p, key) => p + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    at,
  );
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: `${path}.${key}`, message: '没有这个字段' }));
  }
  return [{ path, message: issue.message }];
}
