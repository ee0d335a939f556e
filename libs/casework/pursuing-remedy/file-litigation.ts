import { z } from 'zod';
import { defineEvent, derivedId, localDateSchema, RuleBroken } from '#kernel';
import type { Case } from '../case.js';
import { referenceSchema } from '../fields.js';
import { notBefore } from '../rules.js';
import { defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { assertNewRemedy, remedyOf } from './open-remedy.js';
import type { Remedy } from './remedy.js';

/** What a suit says that names no reconsideration. */
const DIRECT = '无（未经复议直接起诉）';

const NOT_COUNTED_LABELS = { 'co-defendant': '本机关作为复议机关成为共同被告，只由原行为机关统计' } as const;

const body = z.strictObject({
  on: localDateSchema.describe('人民法院受理之日'),
  remedyId: referenceSchema.optional().describe('诉讼案件代号；不填则自动生成'),
  afterReconsideration: z
    .union([referenceSchema, z.literal(true)], { error: '应为复议案件代号，或 true（复议不在本件记录中）' })
    .optional()
    .describe('复议后起诉：所经复议的代号；复议不在记录中的填 true；未经复议直接起诉的不填'),
  notCounted: z
    .enum(['co-defendant'], { error: '只能是 co-defendant' })
    .optional()
    .describe('co-defendant：本机关作为复议机关成为共同被告，只由原行为机关统计（国办公开办函〔2016〕201号）'),
});

const event = defineEvent({
  type: 'case.litigation-filed',
  version: 1,
  label: '被提起行政诉讼',
  source: '第五十一条；法释〔2025〕8号',
  schema: z.strictObject({ ...body.shape, remedyId: referenceSchema }),
});

/** 被提起行政诉讼: directly, or after reconsideration; against a reply, or against silence while the case is open (法释〔2025〕8号). */
export const fileLitigation = defineStep({
  name: 'file-litigation',
  label: '登记行政诉讼',
  article: '第五十一条；法释〔2025〕8号',
  roles: ['handler', 'head'],
  commutes: true,
  body,
  event,
  decide(_state, input, { commandId }) {
    return { ...input, remedyId: input.remedyId ?? derivedId(commandId, 'remedy') };
  },
  check(state, data) {
    assertNewRemedy(state, data.remedyId);
    if (typeof data.afterReconsideration === 'string') assertFollows(state, data.afterReconsideration, data.on);
  },
  evolve(state, data) {
    const after = data.afterReconsideration;
    const remedy: Remedy = {
      remedyId: data.remedyId,
      kind: after === undefined ? 'litigation-direct' : 'litigation-after-reconsideration',
      filedOn: data.on,
      concludedOn: null,
      result: null,
      counted: data.notCounted === undefined,
      follows: typeof after === 'string' ? after : null,
      remedialReplyOn: null,
      remedialOutcome: null,
    };
    return { ...state, remedies: [...state.remedies, remedy] };
  },
  tell(data) {
    return tellRecord(
      { ...data, afterReconsideration: data.afterReconsideration ?? DIRECT },
      {
        on: { label: '人民法院受理之日' },
        remedyId: { label: '诉讼案件代号' },
        afterReconsideration: { label: '所经复议', show: (first) => (first === true ? '不在本件记录中' : first) },
        notCounted: coded('不计入本机关年报', NOT_COUNTED_LABELS),
      },
    );
  },
});

/** The suit follows a reconsideration of this case. It may still be pending: its period can run out without a decision. */
function assertFollows(state: Case, remedyId: string, on: z.output<typeof body>['on']): void {
  const path = 'body.afterReconsideration';
  const first = remedyOf(state, remedyId, path);
  if (first.kind !== 'reconsideration') throw new RuleBroken('remedy-kind', path, `${remedyId} 不是行政复议`);
  notBefore(on, first.concludedOn ?? first.filedOn, '所经复议之日');
}
