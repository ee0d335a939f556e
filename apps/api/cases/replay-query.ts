import { READING_KINDS } from '#casework';
import { instantSchema, localDateSchema } from '#kernel';
import { z } from 'zod';
import { urlInteger } from '../routing/path-params.js';

const point = {
  revision: urlInteger(0, 999_999_999).optional().describe('读到第几条记录为止，从 0 起'),
  knownAt: instantSchema.optional().describe('以这一时刻（UTC）所知为准'),
  on: localDateSchema.optional().describe('只计这一日（含）以前的事实'),
  as: z
    .enum(READING_KINDS, '应为 recorded 或 corrected')
    .optional()
    .describe('recorded：按原始记录；corrected：按更正后的记录（默认）'),
} as const;

/** From where a case is read. What is left out does not limit. */
export const replayQuery = z.strictObject(point);

/** From where a case is read twice. */
export const differenceQuery = z.strictObject({
  'from.revision': point.revision,
  'from.knownAt': point.knownAt,
  'from.on': point.on,
  'from.as': point.as,
  'to.revision': point.revision,
  'to.knownAt': point.knownAt,
  'to.on': point.on,
  'to.as': point.as,
});

/** One of the two points of a difference: `from.on` becomes `on`. */
export function pointIn(query: z.output<typeof differenceQuery>, side: 'from' | 'to'): object {
  const own = Object.entries(query).filter(([name]) => name.startsWith(`${side}.`));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(side.length + 1), value]));
}
