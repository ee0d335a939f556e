import { z } from 'zod';
import { lineSchema, localDateSchema } from '#kernel';
import { caseIdSchema, documentNumberSchema } from '../fields.js';
import { OUTCOMES, REPLY_OUTCOME_CODES, type Precondition, type ReplyOutcomeCode } from '../outcomes.js';

/** Accepts an outcome that a reply brings about; the others have steps of their own. */
export const replyOutcomeSchema = z.enum(REPLY_OUTCOME_CODES, {
  error: '应为答复类处理决定代码之一：' + REPLY_OUTCOME_CODES.join('、'),
});

/** Official names of laws, bodies and the like, never of a private person. */
const officialName = (what: string) => lineSchema(what, 100);

/** What the levels of classification are called. */
export const CLASSIFICATION_LABELS = { 'top-secret': '绝密', secret: '机密', confidential: '秘密' } as const;

/** Facts that single grounds rest on; which ground needs which is in the catalogue (`needs` in outcomes.ts). */
export const groundFactsSchema = z.strictObject({
  earlierCaseId: caseIdSchema.optional().describe('重复申请：此前已答复的申请件'),
  earlierReply: z
    .strictObject({ documentNumber: documentNumberSchema, repliedOn: localDateSchema })
    .optional()
    .describe('重复申请：此前答复不在本系统的，填答复书文号和日期'),
  lawNames: z
    .array(officialName('法律、行政法规名称'))
    .min(1, '至少一部法律、行政法规')
    .max(20)
    .optional()
    .describe('禁止公开的法律、行政法规；地方性法规、规章不算'),
  classification: z
    .strictObject({
      level: z.enum(['top-secret', 'secret', 'confidential'], {
        error: '应为密级：top-secret（绝密）、secret（机密）、confidential（秘密）',
      }),
      until: localDateSchema.optional().describe('保密期限届满之日'),
    })
    .optional()
    .describe('国家秘密：密级与保密期限'),
  responsibleAgency: z
    .union([
      z.strictObject({
        known: z.literal(true),
        name: officialName('机关名称'),
        contact: officialName('联系方式').optional(),
      }),
      z.strictObject({ known: z.literal(false) }),
    ])
    .optional()
    .describe('不属于本机关负责公开：能够确定的，告知负责公开的机关及其联系方式'),
});

/** Facts that single grounds rest on. */
export type GroundFacts = z.output<typeof groundFactsSchema>;

/** Every ground of a decision: its outcome first, then what else was withheld for. */
export function groundsOf(decision: {
  readonly outcome: ReplyOutcomeCode;
  readonly otherGrounds: readonly ReplyOutcomeCode[];
}): readonly ReplyOutcomeCode[] {
  return [decision.outcome, ...decision.otherGrounds];
}

/** Whether an outcome gives something out (granted in full or in part). */
export function givesInformation(outcome: string): boolean {
  return outcome.startsWith('granted_') || outcome === 'partially_granted';
}

/** What the grounds need, each once, in the order of the grounds. */
export function needsOf(grounds: readonly ReplyOutcomeCode[]): readonly Precondition[] {
  return [...new Set(grounds.flatMap((ground) => OUTCOMES[ground].needs))];
}
