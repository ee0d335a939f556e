import { TABLE_SCOPES } from '#agency';
import { z } from 'zod';

/** Which tables are meant; without it those of the agency alone. */
export const scopeQuery = z.strictObject({
  scope: z
    .enum(TABLE_SCOPES, `应为 ${TABLE_SCOPES.join('、')} 之一`)
    .default('own')
    .describe('统计范围：own=本机关；level=本级（政府及其部门）；region=本地区全部公开主体'),
});
