import { z } from 'zod';
import { caseIdSchema } from '#casework';
import { yearSchema } from '../fields.js';

/** A figure as an event holds it: a whole number, an amount in 万元 as its digits, or `null` where it is not known. */
const figureSchema = z.union([z.int(), z.string(), z.null()]);

/** One cell in which a published edition differs from what is known later. Cells of the tables go by their keys. */
export const figureDifferenceSchema = z.strictObject({
  cell: z.string().min(1),
  published: figureSchema,
  now: figureSchema.describe('算至本事件 position 的数字'),
});
export type FigureDifference = z.output<typeof figureDifferenceSchema>;

const causingEventsSchema = z.array(z.strictObject({ revision: z.int().min(0), position: z.string().min(1) })).min(1);

/** A case, or the register of a year, whose later entries moved figures; with these entries. */
export const driftCauseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), caseId: caseIdSchema, events: causingEventsSchema }),
  z.strictObject({ kind: z.literal('register'), year: yearSchema, events: causingEventsSchema }),
]);
export type RecordedCause = z.output<typeof driftCauseSchema>;

/** Fields of an event that says by what, and why, figures differ from a published edition. */
export const differenceShape = {
  differences: z.array(figureDifferenceSchema).min(1),
  causes: z.array(driftCauseSchema).describe('最先的若干起因；全部起因可由前后两个日志位置重算'),
  causesInAll: z.int().min(0).describe('起因总数（案件与台账）'),
};

/** Causes up to so many entries stand in an event; what is over stays derivable from the log. */
export const MOST_RECORDED_ENTRIES = 4_000;

/** As many causes, from the first, as an event takes. */
export function recordedCauses(causes: readonly RecordedCause[]): RecordedCause[] {
  const recorded: RecordedCause[] = [];
  let entries = 0;
  for (const cause of causes) {
    entries += cause.events.length;
    if (entries > MOST_RECORDED_ENTRIES) break;
    recorded.push(cause);
  }
  return recorded;
}
