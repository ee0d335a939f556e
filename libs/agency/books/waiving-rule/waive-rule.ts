import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { staffIdSchema } from '#casework';
import { assertApprovedByAnother } from '../../approval.js';
import {
  agencyYearShape,
  withTarget,
  type AgencyCommand,
  type AgencyYear,
  type CommandContext,
} from '../../command.js';
import { reasonSchema } from '../../fields.js';
import type { Books } from '../books.js';

/** Id of a check rule, such as `V12`, or `N1` for those on the words of a report. */
export const ruleIdSchema = z.string().regex(/^[NV][1-9]\d{0,2}$/, '应为规则编号，例如 V5');

const body = z.strictObject({
  on: localDateSchema.describe('批准之日'),
  rule: ruleIdSchema,
  reason: reasonSchema.describe('为何不适用；不得写入个人信息'),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
  edition: z.int().min(2).optional().describe('仅用于重述已结账的年度：将公布的版次'),
});

const event = defineEvent({
  type: 'books.waiver-recorded',
  version: 1,
  label: '豁免勾稽规则',
  source: '年度报告勾稽规则',
  schema: z.strictObject({ ...agencyYearShape, ...body.shape }),
});

/**
 * 豁免勾稽规则: lets a failed rule pass for one year, with reason and approver, before the year is closed. Once it is closed a waiver
 * is for a restatement only, and must name the edition to come: what is published is never judged anew.
 */
export const waiveRule: AgencyCommand<
  AgencyYear,
  Books,
  Books,
  CommandContext,
  'waive-rule',
  typeof body,
  typeof event
> = {
  name: 'waive-rule',
  label: '豁免勾稽规则',
  article: '年度报告勾稽规则',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event,
  decide: withTarget,
  check(state, data, { actor }) {
    assertApprovedByAnother(data.approvedBy, actor);
    assertStillToCome(state, data.edition ?? 1);
    if (state.waivers.some(({ rule }) => rule === data.rule)) {
      throw new Refused('already-waived', `规则 ${data.rule} 已豁免`, { rule: data.rule });
    }
  },
  evolve(state, data) {
    return { ...state, waivers: [...state.waivers, data] };
  },
};

function assertStillToCome({ year, editions }: Books, edition: number): void {
  const nextEdition = editions.length + 1;
  if (edition === nextEdition) return;
  if (nextEdition === 1) {
    throw new Refused('year-not-closed', `${year} 年度尚未结账，豁免不必注明版次`, { year, nextEdition });
  }
  throw new Refused('year-closed', `${year} 年度已结账，不能再豁免规则；重述时须注明将公布的第 ${nextEdition} 版`, {
    year,
    nextEdition,
  });
}
