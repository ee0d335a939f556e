import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { agencyYearShape } from '../../command.js';
import { withPart, WRITERS, type NarrativeCommand } from '../narrative-command.js';
import { partTextSchema, reportPartSchema } from '../report-text.js';

const body = z.strictObject({
  on: localDateSchema.describe('撰写之日'),
  part: reportPartSchema,
  text: partTextSchema,
});

const event = defineEvent({
  type: 'report.part-written',
  version: 1,
  label: '撰写报告文字',
  source: '第五十条',
  schema: z.strictObject({ ...agencyYearShape, ...body.shape }),
});

/** 撰写报告文字: a further version of the free text of a part; the earlier ones stay on record. */
export const writeReportPart: NarrativeCommand<'write-report-part', typeof body, typeof event> = {
  name: 'write-report-part',
  label: '撰写报告文字',
  article: '第五十条',
  roles: WRITERS,
  commutes: false,
  body,
  event,
  decide: (_state, input) => input,
  evolve(state, { part, text, on }, by) {
    return withPart(state, part, { text, on, by, carriedFrom: null });
  },
};
