import { z } from 'zod';
import { defineEvent, exactLineSchema, localDateSchema, RuleBroken, type LocalDate } from '#kernel';
import { APPLICANT_KIND_LABELS, applicantKindSchema } from '../applicant-kinds.js';
import type { Case } from '../case.js';
import { notBefore } from '../rules.js';
import type { DecideContext } from '../step.js';
import { agencyIdSchema, caseIdSchema, caseNumberSchema, LONGEST_CASE_NUMBER, personSchema } from '../fields.js';
import { coded, tellRecord, yesOrNo, type ToldFact } from '../telling/fact.js';
import { CHANNEL_FACTS, channelSchema } from './channels.js';
import { assertPartOf } from './split.js';

/** The first day of the Regulation; no application under it is older. */
const REGULATION_IN_FORCE: LocalDate = '2008-05-01';

const body = z.strictObject({
  on: localDateSchema.describe(
    '到达之日：当面=提交日；挂号信/EMS=机关签收日；平信=工作机构收到日；网络、传真、电子邮件=提交日',
  ),
  channel: channelSchema,
  applicantRef: personSchema.describe('申请人代号；姓名等个人信息不得写入'),
  applicantKind: applicantKindSchema,
  caseNumber: caseNumberSchema.optional().describe('登记号；不填则用案件编号'),
  oral: z.boolean().optional().describe('口头申请、由机关代为填写（第二十九条第一款）'),
  addressedElsewhere: z.boolean().optional().describe('寄给本机关其他机构或个人后转来：按平信处理'),
  splitFrom: caseIdSchema
    .optional()
    .describe('由哪一申请件拆分而来：本机关的、同一申请人的，先到达或同时到达，到达本件时尚未办结'),
});

const event = defineEvent({
  type: 'case.application-received',
  version: 1,
  label: '收到申请',
  source: '第二十九条、第三十一条',
  schema: z.strictObject({
    ...body.shape,
    caseId: caseIdSchema,
    // A rectification replaces it as it is: no blank at an end may make one number look like another.
    caseNumber: exactLineSchema('登记号', LONGEST_CASE_NUMBER),
    agency: agencyIdSchema,
    receivedOn: localDateSchema.nullable(),
  }),
});

/**
 * Registers an application and fixes the receipt date where Art. 31 fixes it at once; for ordinary mail, internet, fax and
 * e-mail it stays open until receipt is confirmed. The only step without a case before it, hence its own shape.
 */
export const receiveApplication = {
  name: 'receive-application',
  label: '登记申请',
  article: '第二十九条、第三十一条、第四十五条',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event,

  relatedCaseId: (input: z.output<typeof body>): string | undefined => input.splitFrom,

  /** Builds the payload. `caseId` and `agency` come from the address of the command, not from its body. Raises what {@link assertPartOf} raises. */
  decide(
    target: { readonly caseId: string; readonly agency: string },
    input: z.output<typeof body>,
    { policy, related }: Pick<DecideContext, 'policy' | 'related'>,
  ): z.output<typeof event.schema> {
    if (input.splitFrom !== undefined) assertPartOf(related, input.splitFrom, { ...input, ...target });
    return {
      ...input,
      caseId: target.caseId,
      caseNumber: input.caseNumber ?? target.caseId,
      agency: target.agency,
      receivedOn: receiptDate(input, policy.internetReceipt),
    };
  },

  /** Raises `date-order` (before the Regulation) or `receipt-date-wrong` (a rectified arrival with a stale receipt date). */
  check({ on, receivedOn }: z.output<typeof event.schema>): void {
    notBefore(on, REGULATION_IN_FORCE, '《条例》施行之日');
    if (receivedOn !== null && receivedOn !== on) {
      throw new RuleBroken('receipt-date-wrong', 'body.receivedOn', `收到之日 ${receivedOn} 与到达之日 ${on} 不一致`);
    }
  },

  evolve(data: z.output<typeof event.schema>): Case {
    return {
      caseId: data.caseId,
      caseNumber: data.caseNumber,
      agency: data.agency,
      applicantRef: data.applicantRef,
      applicantKind: data.applicantKind,
      status: data.receivedOn === null ? 'awaiting-confirmation' : 'in-progress',
      channel: data.channel,
      arrivedOn: data.on,
      receivedOn: data.receivedOn,
      correction: null,
      reasons: null,
      consultations: [],
      thirdPartyRefs: [],
      extension: null,
      fee: null,
      decision: null,
      reply: null,
      ending: null,
      remedies: [],
      carriedInto: [],
      personalDataErasedOn: null,
      erasedPersons: [],
    };
  },

  tell(data: z.output<typeof event.schema>): readonly ToldFact[] {
    return tellRecord(
      { ...data, receivedOn: data.receivedOn ?? '待双方确认' },
      {
        on: { label: '到达之日' },
        receivedOn: { label: '收到申请之日' },
        channel: { label: '申请渠道', show: (channel) => CHANNEL_FACTS[channel].label },
        applicantRef: { label: '申请人代号' },
        applicantKind: coded('申请人情况', APPLICANT_KIND_LABELS),
        caseId: { label: '案件编号' },
        caseNumber: { label: '登记号' },
        agency: { label: '机关' },
        oral: yesOrNo('口头申请、由机关代为填写'),
        addressedElsewhere: yesOrNo('寄给本机关其他机构或个人后转来'),
        splitFrom: { label: '拆分自申请件' },
      },
    );
  },
} as const;

/** Art. 31: `null` while the receipt date waits for the confirmation of both sides. */
function receiptDate(input: z.output<typeof body>, internet: 'confirmation' | 'submission'): LocalDate | null {
  if (input.addressedElsewhere || input.channel === 'ordinary-mail') return null;
  if (!CHANNEL_FACTS[input.channel].needsConfirmation) return input.on;
  return internet === 'submission' ? input.on : null;
}
