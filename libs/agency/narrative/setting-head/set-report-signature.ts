import { z } from 'zod';
import { defineEvent, localDateSchema, RuleBroken } from '#kernel';
import { agencyYearShape } from '../../command.js';
import { WRITERS, type NarrativeCommand } from '../narrative-command.js';

const body = z.strictObject({
  on: localDateSchema.describe('确定之日'),
  signedOn: localDateSchema.nullable().describe('报告落款日期，可以是将来的日期；null 表示未定'),
});

const event = defineEvent({
  type: 'report.signature-set',
  version: 1,
  label: '确定落款日期',
  source: '第四十九条',
  schema: z.strictObject({ ...agencyYearShape, ...body.shape }),
});

/** 确定落款日期: the date under the report, after the end of the year that it is about. */
export const setReportSignature: NarrativeCommand<'set-report-signature', typeof body, typeof event> = {
  name: 'set-report-signature',
  label: '确定落款日期',
  article: '第四十九条',
  roles: WRITERS,
  commutes: false,
  body,
  event,
  decide({ year }, input) {
    const lastDay = `${String(year)}-12-31`;
    if (input.signedOn !== null && input.signedOn <= lastDay) {
      throw new RuleBroken('date-order', 'body.signedOn', `落款日期应晚于 ${lastDay}`, { after: lastDay });
    }
    return input;
  },
  evolve: (state, { signedOn }) => ({ ...state, signedOn }),
};
