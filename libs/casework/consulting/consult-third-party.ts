import { z } from 'zod';
import { defineEvent, derivedId, localDateSchema, RuleBroken } from '#kernel';
import { documentSchema, documentText, personSchema, referenceSchema } from '../fields.js';
import { defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';
import { assertNewConsultation, withConsultation } from './consulted.js';

const body = z.strictObject({
  on: localDateSchema.describe('征求意见书发出之日'),
  partyRef: personSchema.describe('第三方代号；姓名等个人信息不得写入'),
  consultationId: referenceSchema.optional().describe('征求意见的代号，本件内唯一；不填则自动生成'),
  document: documentSchema.optional(),
});

/**
 * 征求第三方意见: disclosure may harm a third party's lawful rights (Art. 32). Pauses the clock until the opinion arrives or 15
 * working days after the third party received the letter. Several may overlap.
 */
export const consultThirdParty = defineStep({
  name: 'consult-third-party',
  label: '征求第三方意见',
  article: '第三十二条、第三十三条第三款',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.third-party-consulted',
    version: 1,
    label: '征求第三方意见',
    source: '第三十二条',
    schema: z.strictObject({ ...body.shape, consultationId: referenceSchema }),
  }),
  decide(state, input, { commandId }) {
    assertNotApplicant(state.applicantRef, input.partyRef);
    return { ...input, consultationId: input.consultationId ?? derivedId(commandId, 'consultation') };
  },
  check: assertNewConsultation,
  evolve(state, data) {
    const asked = withConsultation(state, 'third-party', data);
    return { ...asked, thirdPartyRefs: [...state.thirdPartyRefs, data.partyRef] };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '征求意见书发出之日' },
      partyRef: { label: '第三方代号' },
      consultationId: { label: '征求意见的代号' },
      document: { label: '征求意见书', show: documentText },
    });
  },
});

/** Waiting for the applicant would stop the clock. Asked of new letters alone: a case that holds such a letter can still be rectified. */
function assertNotApplicant(applicant: string, party: string): void {
  if (party !== applicant) return;
  throw new RuleBroken('consulted-applicant', 'body.partyRef', '第三方不能是申请人本人');
}
