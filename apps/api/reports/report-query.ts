import { z } from 'zod';
import { scopeQuery } from '../years/scope-query.js';
import { urlInteger } from '../routing/path-params.js';

/** Which version of the report of which scope is meant. */
export const reportQuery = scopeQuery.extend({
  issue: z
    .union([z.literal('draft'), urlInteger(1, 9_999)], '应为 draft 或定稿的版次')
    .optional()
    .describe('定稿的版次，或 draft 表示草稿；默认最近一次定稿，尚未定稿的为草稿'),
});
export type ReportQuery = z.output<typeof reportQuery>;
