import { agencyIdSchema, CASE_STATUSES } from '#casework';
import { z } from 'zod';
import { urlInteger } from '../routing/path-params.js';

/** Lines of a page of the worklist when the caller names no number, and at most. */
const DEFAULT_LIMIT = 50;
const MOST = 500;

const flag = z.enum(['true', 'false'], '应为 true 或 false').transform((text) => text === 'true');

/** A cursor is opaque; its shape only keeps rubbish away. */
export const cursorSchema = z.string().regex(/^[\x21-\x7e]{1,512}$/, '应为上一页给出的 cursor');

/** The page size of a list. */
export const limitSchema = urlInteger(1, MOST).optional().describe(`每页条数，默认 ${DEFAULT_LIMIT}`);

/** The query of a list that is read page by page. */
export const pageQuery = z.strictObject({
  cursor: cursorSchema.optional().describe('上一页的 next'),
  limit: limitSchema,
});

/** The page that a query asks for. */
export function pageOf({
  cursor,
  limit = DEFAULT_LIMIT,
}: {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}) {
  return { limit, ...(cursor !== undefined && { cursor }) };
}

/** What `GET /worklist` can be narrowed by. */
export const worklistQuery = z.strictObject({
  agency: agencyIdSchema.optional().describe('机关编号'),
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(
      z
        .array(z.enum(CASE_STATUSES, '应为案件状态，多个用逗号分开：' + CASE_STATUSES.join('、')))
        .max(CASE_STATUSES.length),
    )
    .optional()
    .describe('案件状态，多个用逗号分开；默认不含已办结'),
  dueWithin: urlInteger(0, 250).optional().describe('期限在多少个工作日之内，含逾期'),
  overdue: flag.optional().describe('true：只看逾期；false：不看逾期'),
  cursor: cursorSchema.optional().describe('上一页的 next'),
  limit: limitSchema,
});
