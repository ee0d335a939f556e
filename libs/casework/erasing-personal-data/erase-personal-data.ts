import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { referenceSchema, staffIdSchema } from '../fields.js';
import { notBefore } from '../rules.js';
import { defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { isErasedFrom, personsLeft, personsOf } from './persons.js';

/**
 * Why personal data go (《个人信息保护法》第四十七条第一款), with labels; a step that says nothing means the end of retention. The vault
 * knows the same codes.
 */
export const ERASURE_GROUND_LABELS = {
  'retention-ended': '保管期限届满',
  'purpose-met': '处理目的已实现、无法实现或者不再必要',
  'unlawful-processing': '违反法律、行政法规或者约定处理',
  'entered-in-error': '误登记',
  'other-law': '法律、行政法规规定的其他情形',
} as const;
/** Code of a reason to erase. */
export type ErasureGround = keyof typeof ERASURE_GROUND_LABELS;
/** The codes, in the order of the article. */
export const ERASURE_GROUNDS = Object.keys(ERASURE_GROUND_LABELS) as [ErasureGround, ...ErasureGround[]];

const body = z.strictObject({
  on: localDateSchema.describe('决定删除之日'),
  retentionEndedOn: localDateSchema.describe('保管期限届满之日'),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
  personRef: referenceSchema.exactOptional().describe('只删除此人的个人信息；不填即本件全部申请人和第三方'),
  reason: z.enum(ERASURE_GROUNDS).exactOptional().describe('删除的理由；不填即保管期限届满'),
});

/**
 * 删除个人信息: after retention, approved by another person, of everybody in the case or of one person alone. The history and every
 * figure stay; the key of the personal data goes.
 */
export const erasePersonalData = defineStep({
  name: 'erase-personal-data',
  label: '删除个人信息',
  article: '《个人信息保护法》第四十七条',
  roles: ['operator', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.personal-data-erased',
    version: 1,
    label: '删除个人信息',
    source: '《个人信息保护法》第四十七条',
    schema: body,
  }),
  isPossible: (state) =>
    personsLeft(state).length > 0 && state.remedies.every(({ concludedOn }) => concludedOn !== null),
  // Asked of new decisions only: a history in which the whole case was erased after everybody alone stays legal.
  decide(state, data) {
    if (state.personalDataErasedOn !== null || personsLeft(state).length > 0) return data;
    throw new Refused('already-erased', '本件申请人和第三方的个人信息均已逐人决定删除', {
      personRefs: state.erasedPersons,
    });
  },
  check(state, data, by) {
    const { ending, remedies, personalDataErasedOn } = state;
    const { personRef } = data;
    if (personalDataErasedOn !== null) throw new Refused('already-erased', `个人信息已于 ${personalDataErasedOn} 删除`);
    if (personRef !== undefined && !personsOf(state).includes(personRef)) {
      throw new RuleBroken('person-not-in-case', 'body.personRef', `本件的申请人和第三方中没有 ${personRef}`);
    }
    if (personRef !== undefined && isErasedFrom(state, personRef)) {
      throw new Refused('already-erased', `${personRef} 的个人信息已在本件决定删除`, { personRef });
    }
    if (remedies.some(({ concludedOn }) => concludedOn === null)) {
      throw new Refused('remedy-pending', '尚有复议或诉讼未审结，不能删除个人信息');
    }
    notBefore(data.retentionEndedOn, ending?.on ?? null, '办结之日', 'body.retentionEndedOn');
    notBefore(data.on, data.retentionEndedOn, '保管期限届满之日');
    assertErasureApproved(data.approvedBy, by.actor);
  },
  evolve(state, { on, personRef }) {
    if (personRef === undefined) return { ...state, personalDataErasedOn: on };
    return { ...state, erasedPersons: [...state.erasedPersons, personRef] };
  },
  tell(data) {
    const { personRef = '本件全部申请人和第三方', reason = 'retention-ended' } = data;
    return tellRecord(
      { ...data, personRef, reason },
      {
        on: { label: '决定删除之日' },
        retentionEndedOn: { label: '保管期限届满之日' },
        approvedBy: { label: '批准人' },
        personRef: { label: '删除何人的个人信息' },
        reason: coded('删除的理由', ERASURE_GROUND_LABELS),
      },
    );
  },
});

/** Raises `four-eyes` when the person who erases approves it as well. */
export function assertErasureApproved(approvedBy: string, actor: string): void {
  if (approvedBy === actor) throw new RuleBroken('four-eyes', 'body.approvedBy', '批准人不能是经办本人');
}
