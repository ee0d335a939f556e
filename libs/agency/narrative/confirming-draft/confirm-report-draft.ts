import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { agencyYearShape } from '../../command.js';
import { yearSchema } from '../../fields.js';
import { draftsOf } from '../drafts.js';
import { withPart, WRITERS, type NarrativeCommand } from '../narrative-command.js';
import { REPORT_PART_LABELS } from '../report-part.js';
import { partTextSchema, reportPartSchema } from '../report-text.js';

const body = z.strictObject({
  on: localDateSchema.describe('确认之日'),
  part: reportPartSchema,
});

const event = defineEvent({
  type: 'report.draft-confirmed',
  version: 1,
  label: '沿用上年文字',
  source: '第五十条',
  schema: z.strictObject({
    ...agencyYearShape,
    ...body.shape,
    text: partTextSchema,
    fromYear: yearSchema.describe('文字出自哪一年度的报告'),
    fromRevision: z.int().min(0).describe('文字在该年度报告文字记录中的版本'),
  }),
});

/** 沿用上年文字: takes over last year's text of a part, which until then is a draft. The event keeps the text that was confirmed. */
export const confirmReportDraft: NarrativeCommand<'confirm-report-draft', typeof body, typeof event> = {
  name: 'confirm-report-draft',
  label: '沿用上年文字',
  article: '第五十条',
  roles: WRITERS,
  commutes: false,
  body,
  event,
  decide(state, { on, part }, { lastYear }) {
    const drafts = draftsOf(state, lastYear);
    const draft = drafts.find((one) => one.part === part);
    if (draft === undefined) {
      throw new Refused('no-draft', `${REPORT_PART_LABELS[part]} 没有待确认的上年文字`, {
        part,
        draftParts: drafts.map((one) => one.part),
      });
    }
    return { on, part, text: draft.text, fromYear: draft.from.year, fromRevision: draft.from.revision };
  },
  evolve(state, { part, text, on, fromYear, fromRevision }, by) {
    return withPart(state, part, { text, on, by, carriedFrom: { year: fromYear, revision: fromRevision } });
  },
};
