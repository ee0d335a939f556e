import { z } from 'zod';
import { insertionSchema } from './insertion.js';
import { rectifyingActionSchema } from './rectification.js';

const [strike, correction] = rectifyingActionSchema.options;

/** Most entries that one rectification strikes besides the one that it names. */
const MOST_STRUCK_BESIDES = 8;

/** A notice and its answer can only be struck together: either alone would leave an illegal history. */
const strikeSchema = strike.extend({
  also: z
    .array(z.int('应为记录序号').min(0))
    .min(1)
    .max(MOST_STRUCK_BESIDES)
    .optional()
    .describe('一并作废的其他记录的序号，如告知补正与收到补正'),
});

/** What a rectification of a case may do: strike entries, correct fields of one, or supply forgotten steps behind it. */
export const caseRectifyingActionSchema = z.discriminatedUnion('kind', [strikeSchema, correction, insertionSchema], {
  error: '应为 void（作废）、correct（更正）或 insert（补记）',
});

/** What a rectification of a case does. */
export type CaseRectifyingAction = z.output<typeof caseRectifyingActionSchema>;

/** What a rectification says about other entries. */
export interface Rectifying {
  readonly revision: number;
  readonly action: CaseRectifyingAction;
}

/** Revisions of the entries that a rectification names: one, or those that it strikes together. Each once. */
export function targetsOf({ revision, action }: Rectifying): readonly number[] {
  return [...new Set([revision, ...((action.kind === 'void' && action.also) || [])])];
}
