import { z } from 'zod';
import { defineEvent, derivedId, localDateSchema, RuleBroken } from '#kernel';
import { agencyIdSchema, documentSchema, documentText, referenceSchema, staffIdSchema } from '../fields.js';
import { defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { assertNewConsultation, withConsultation } from './consulted.js';

/** Why another agency is asked: it made the information too (Art. 34), or its opinion is needed for another reason (Art. 33(3), Q6). */
export const AGENCY_CONSULTATION_BASES = ['co-producer', 'other-opinion'] as const;

/** Plain Chinese for why. */
const AGENCY_CONSULTATION_BASIS_LABELS: Readonly<Record<(typeof AGENCY_CONSULTATION_BASES)[number], string>> = {
  'co-producer': '共同制作机关（第三十四条）',
  'other-opinion': '其他机关意见（第三十三条第三款）',
};

const body = z.strictObject({
  on: localDateSchema.describe('征求意见函发出之日'),
  consultedAgency: agencyIdSchema.describe('被征求意见的机关编号'),
  basis: z
    .enum(AGENCY_CONSULTATION_BASES, '应为 co-producer（共同制作机关）或 other-opinion（其他机关意见）')
    .describe('co-producer=共同制作机关（第三十四条）；other-opinion=其他机关意见（第三十三条第三款）'),
  approvedBy: staffIdSchema.optional().describe('同意征求其他机关意见的人员编号；basis 为 other-opinion 时必填'),
  consultationId: referenceSchema.optional().describe('征求意见的代号，本件内唯一；不填则自动生成'),
  document: documentSchema.optional(),
});

/**
 * 征求其他机关意见: pauses the clock as a third party's consultation does. A referral that no article names (secrecy, other
 * competent authority) pauses only as an opinion under Art. 33(3) that another person approved (Q6). Raises `consulted-self`.
 */
export const consultAgency = defineStep({
  name: 'consult-agency',
  label: '征求其他机关意见',
  article: '第三十四条、第三十三条第三款',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.agency-consulted',
    version: 1,
    label: '征求其他机关意见',
    source: '第三十四条、第三十三条第三款',
    schema: z.strictObject({ ...body.shape, consultationId: referenceSchema }),
  }),
  decide(state, input, { commandId }) {
    assertAnother(state.agency, input.consultedAgency);
    return { ...input, consultationId: input.consultationId ?? derivedId(commandId, 'consultation') };
  },
  check(state, data, by) {
    assertNewConsultation(state, data);
    if (data.basis === 'co-producer') return;
    if (data.approvedBy === undefined)
      throw notApproved('approval-needed', '征求其他机关意见须经审核同意，请填写同意人');
    if (data.approvedBy === by.actor) throw notApproved('four-eyes', '征求其他机关意见须由办理人以外的人员同意');
  },
  evolve(state, data) {
    return withConsultation(state, 'agency', data);
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '征求意见函发出之日' },
      consultedAgency: { label: '被征求意见的机关' },
      basis: coded('征求意见的缘由', AGENCY_CONSULTATION_BASIS_LABELS),
      approvedBy: { label: '同意征求意见的人' },
      consultationId: { label: '征求意见的代号' },
      document: { label: '征求意见函', show: documentText },
    });
  },
});

/** Waiting for oneself would stop the clock. Asked of new letters alone: a case that holds such a letter can still be rectified. */
function assertAnother(own: string, consulted: string): void {
  if (consulted !== own) return;
  throw new RuleBroken('consulted-self', 'body.consultedAgency', '被征求意见的应为其他机关，不能是本机关', {
    agency: own,
  });
}

function notApproved(code: string, message: string): RuleBroken {
  return new RuleBroken(code, 'body.approvedBy', message, { article: '第三十三条第三款' });
}
