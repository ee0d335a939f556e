import { z } from 'zod';
import { PATH_PARAMS } from '../routing/path-params.js';

/** Of which state of the log the evidence of a case is made. */
export const caseEvidenceQuery = z.strictObject({
  knownAt: z
    .string()
    .regex(/^[\x21-\x7e]{1,64}$/, '应为日志位置')
    .optional()
    .describe('以日志的这一位置为准，默认日志末尾；同一位置得同样的字节'),
});

/** Of which edition the evidence of a year is made. */
export const yearEvidenceQuery = z.strictObject({
  edition: PATH_PARAMS.edition.optional().describe('版次，默认现行版'),
});
