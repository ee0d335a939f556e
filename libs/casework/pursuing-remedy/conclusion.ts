import { z } from 'zod';
import { localDateSchema, RuleBroken } from '#kernel';
import type { Case } from '../case.js';
import { documentSchema, referenceSchema } from '../fields.js';
import { notBefore } from '../rules.js';
import { assertPending, remedyOf } from './open-remedy.js';
import { REMEDY_RESULTS } from './remedy.js';

/** What the conclusion of a reconsideration and of a suit have in common. A suit is concluded by its last effective judgment (Q10). */
export const conclusionSchema = z.strictObject({
  on: localDateSchema.describe('复议决定、裁判作出之日'),
  remedyId: referenceSchema,
  result: z
    .enum(REMEDY_RESULTS, { error: '应为结果之一：upheld（维持）、corrected（纠正）、other（其他）' })
    .describe('维持、驳回=upheld；变更、撤销、确认违法、责令履行=corrected；终止、不予受理、撤回、调解=other'),
  document: documentSchema.optional(),
});

type Sort = 'reconsideration' | 'litigation';

/** Whether a matter of this sort waits for its conclusion. */
export function hasPending({ remedies }: Case, sort: Sort): boolean {
  return remedies.some(({ kind, concludedOn }) => kind.startsWith(sort) && concludedOn === null);
}

/**
 * A pending matter of the right sort, concluded no earlier than filed. Raises `remedy-unknown`, `remedy-kind` or `date-order`,
 * refuses with `remedy-already-concluded`.
 */
export function assertConclusion(state: Case, data: z.output<typeof conclusionSchema>, sort: Sort): void {
  const remedy = remedyOf(state, data.remedyId);
  if (!remedy.kind.startsWith(sort)) {
    throw new RuleBroken('remedy-kind', 'body.remedyId', sort === 'litigation' ? '该案是行政复议' : '该案是行政诉讼');
  }
  assertPending(remedy);
  notBefore(data.on, remedy.filedOn, '受理之日');
}
