import { z } from 'zod';
import {
  instantSchema,
  localDateOf,
  localDateSchema,
  RuleBroken,
  validate,
  type Instant,
  type LocalDate,
} from '#kernel';

/** `recorded`: as written, rectifications left out of account; `corrected`: the rectifications known at the point applied. */
export const READING_KINDS = ['recorded', 'corrected'] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

/** Plain Chinese for both. */
export const READING_KIND_LABELS: Readonly<Record<ReadingKind, string>> = {
  recorded: '按原始记录',
  corrected: '按更正后的记录',
};

/** From where a history is read. What is left out does not limit; all of it together narrows down. */
export interface ReadingPoint {
  /** What was known: entries up to this revision. */
  readonly revision?: number;
  /** What was known: entries recorded at this instant or before. */
  readonly knownAt?: Instant;
  /** What had happened: facts effective up to the end of this day (Asia/Shanghai). */
  readonly on?: LocalDate;
  /** Default `corrected`. */
  readonly as?: ReadingKind;
}

const REVISION = '应为记录序号，从 0 起的整数';

const point = z.strictObject({
  revision: z
    .union(
      [
        z.int().min(0),
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      ],
      { error: REVISION },
    )
    .exactOptional()
    .describe('读到第几条记录为止，从 0 起'),
  knownAt: instantSchema.exactOptional().describe('以这一时刻所知为准'),
  on: localDateSchema.exactOptional().describe('只计这一日（含）以前的事实'),
  as: z
    .enum(READING_KINDS, { error: '应为 recorded（按原始记录）或 corrected（按更正后的记录）' })
    .exactOptional()
    .describe('recorded=按原始记录；corrected=按更正后的记录（默认）'),
});

/** Where the history ends, and what time it is. */
export interface ReadingBounds {
  readonly lastRevision: number;
  readonly now: Instant;
}

/**
 * A point as a query gives it; a revision may be a number or its digits. Raises `invalid-input`, `revision-unknown` (behind the
 * last entry), `instant-in-future` or `date-in-future`, with the path of the field below `at`.
 */
export function readingPointOf(query: unknown, { lastRevision, now }: ReadingBounds, at = 'query'): ReadingPoint {
  const asked = validate(point, query, at);
  if (asked.revision !== undefined && asked.revision > lastRevision) {
    const message = `本件没有第 ${asked.revision} 条记录，最后一条是第 ${lastRevision} 条`;
    throw new RuleBroken('revision-unknown', `${at}.revision`, message, { lastRevision });
  }
  if (asked.knownAt !== undefined && asked.knownAt > now) {
    throw new RuleBroken('instant-in-future', `${at}.knownAt`, `时刻 ${asked.knownAt} 晚于现在（${now}）`, { now });
  }
  const today = localDateOf(now);
  if (asked.on !== undefined && asked.on > today) {
    throw new RuleBroken('date-in-future', `${at}.on`, `日期 ${asked.on} 晚于今日（${today}）`, { today });
  }
  return asked;
}
