import { YEARS } from '#agency';
import { agencyIdSchema, caseIdSchema } from '#casework';
import { personRefSchema } from '#privacy';
import { z } from 'zod';

/** A number in a URL: digits only, so that `1e3`, ` 7` and `0x10` are refused. */
export function urlInteger(least: number, most: number) {
  const message = `应为 ${least} 至 ${most} 的整数`;
  return z
    .string(message)
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.int().min(least, message).max(most, message));
}

/** A year of statistics in a URL. */
export const yearParam = urlInteger(YEARS.first, YEARS.last).describe('统计年度');

/** Every parameter that stands in a path, with its schema. */
export const PATH_PARAMS = {
  caseId: caseIdSchema.describe('案件编号'),
  agency: agencyIdSchema.describe('机关编号'),
  year: yearParam,
  ref: personRefSchema.describe('个人代号：随机编号，不得含个人信息'),
  edition: urlInteger(1, 999).describe('版次，从 1 起'),
  version: z
    .string()
    .regex(/^CN(-[A-Z]{2}(-\d{6})?)?-\d{4}-\d{1,2}$/, '应为日历版本，例如 CN-2024-1')
    .describe('日历版本，例如 CN-2024-1'),
  table: z
    .enum(['2', '3', '4', 'table2', 'table3', 'table4'], '应为 table2、table3、table4 之一，或 2、3、4')
    .describe('表：table2、table3、table4，也可只写数字'),
  row: z
    .string()
    .max(64)
    .describe('行，例如 new、granted；表二为 regulations、fees 等；表四为 review、suitDirect、suitAfterReview'),
  column: z.string().max(64).describe('列，例如 natural-person、total、made'),
} as const;
export type PathParamName = keyof typeof PATH_PARAMS;
