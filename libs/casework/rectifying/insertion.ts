import { z } from 'zod';
import { jsonFieldsSchema } from './rectification.js';

/**
 * The steps that may be supplied afterwards, with the event that each records. Facts that can be forgotten and on which the
 * status has moved on. Left out: the registration, decisions and their review (made in a procedure, not remembered), steps
 * that end a case (an open case takes them late as they are), carrying forward, rectification and erasure.
 */
export const INSERTABLE_EVENTS = {
  'confirm-receipt': 'case.receipt-confirmed',
  'request-correction': 'case.correction-requested',
  'record-correction': 'case.correction-received',
  'request-reasons': 'case.reasons-requested',
  'conclude-reasons': 'case.reasons-concluded',
  'consult-third-party': 'case.third-party-consulted',
  'consult-agency': 'case.agency-consulted',
  'record-consultation-delivery': 'case.consultation-delivered',
  'conclude-consultation': 'case.consultation-concluded',
  'extend-deadline': 'case.deadline-extended',
  'issue-fee-notice': 'case.fee-notice-issued',
  'record-fee-notice-delivery': 'case.fee-notice-delivered',
  'record-payment': 'case.fee-paid',
  'record-delivery': 'case.reply-delivered',
  'record-publication': 'case.information-made-public',
  'file-reconsideration': 'case.reconsideration-filed',
  'conclude-reconsideration': 'case.reconsideration-concluded',
  'file-litigation': 'case.litigation-filed',
  'conclude-litigation': 'case.litigation-concluded',
  'dispatch-remedial-reply': 'case.remedial-reply-dispatched',
} as const;

/** A step that may be supplied afterwards. */
export type InsertableStep = keyof typeof INSERTABLE_EVENTS;

/** Their names, in the order in which a case usually meets them. */
export const INSERTABLE_STEPS = Object.keys(INSERTABLE_EVENTS) as InsertableStep[];

/** Most steps that one rectification supplies: a notice and its answer, a remedy from filing to the new reply. */
export const MOST_INSERTED_STEPS = 8;

/**
 * Supplies forgotten steps directly behind the entry that the rectification names. Several at once, because a notice without
 * its answer would leave an illegal history. In a command `body` is the body of the step; in the event its payload.
 */
export const insertionSchema = z.strictObject({
  kind: z.literal('insert'),
  steps: z
    .array(
      z.strictObject({
        step: z.enum(INSERTABLE_STEPS, { error: '应为可补记的步骤之一：' + INSERTABLE_STEPS.join('、') }),
        body: jsonFieldsSchema.describe('该步骤的内容'),
      }),
    )
    .min(1, '至少补记一个步骤')
    .max(MOST_INSERTED_STEPS, `一次最多补记 ${MOST_INSERTED_STEPS} 个步骤`)
    .describe('漏记的步骤，按发生先后'),
});

/** Supplies forgotten steps. */
export type Insertion = z.output<typeof insertionSchema>;
