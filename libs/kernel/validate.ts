import { z } from 'zod';
import { InvalidInput, type FieldFault } from './errors.js';

/** Messages of schemas that give none of their own, in Chinese. */
const chinese = z.locales.zhCN().localeError;

/** Parses `value` by `schema` or raises {@link InvalidInput} that names every field at fault. */
export function validate<S extends z.ZodType>(schema: S, value: unknown, at = 'body'): z.output<S> {
  const result = schema.safeParse(value, { error: chinese });
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.flatMap((issue) => faults(issue, at)));
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
