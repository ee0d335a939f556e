import { z } from 'zod';
import { InvalidInput, type FieldFault } from './errors.js';

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
 * Judges `after`, a value that the log accepted as `before` and of which fields were replaced or taken away: by the fields that are not as they
 * were. A schema may have become stricter since; what stands in the log is not held against it. Without `before` the whole is judged.
 * Raises {@link InvalidInput}.
 */
export function validateAmended(schema: z.ZodType, after: object, before: object | undefined, at = 'body'): void {
  const result = schema.safeParse(after, { error: chinese });
  if (result.success) return;
  const issues = result.error.issues.filter(({ path: [field] }) => {
    return field === undefined || before === undefined || !isDeepEqual(fieldOf(after, field), fieldOf(before, field));
  });
  if (issues.length > 0) throw new InvalidInput(issues.flatMap((issue) => faults(issue, at)));
}

function fieldOf(value: object, field: PropertyKey): unknown {
  return (value as Readonly<Record<PropertyKey, unknown>>)[field];
}

/** Of JSON values, and of fields that are not there. */
function isDeepEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
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
