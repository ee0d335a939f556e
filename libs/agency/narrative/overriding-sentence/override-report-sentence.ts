import { z } from 'zod';
import { defineEvent, localDateSchema, NotFound } from '#kernel';
import { agencyYearShape } from '../../command.js';
import { reasonSchema } from '../../fields.js';
import { WRITERS, type NarrativeCommand } from '../narrative-command.js';
import { sentenceIdSchema, sentenceTextSchema } from '../report-text.js';
import { statedFigureSchema } from '../stating-sentence.js';
import { endOverride } from './end-override.js';

const body = z.strictObject({
  on: localDateSchema.describe('改写之日'),
  sentence: sentenceIdSchema,
  text: sentenceTextSchema,
  reason: reasonSchema.describe('为何改写；不得写入个人信息'),
});

const event = defineEvent({
  type: 'report.sentence-overridden',
  version: 1,
  label: '改写自动生成的句子',
  source: '第五十条',
  schema: z.strictObject({
    ...agencyYearShape,
    ...body.shape,
    replaced: z.strictObject({
      text: z.string().describe('被改写的句子'),
      figures: z.array(statedFigureSchema).describe('当时所述的数字'),
    }),
  }),
});

/**
 * 改写自动生成的句子: a person's sentence in the place of one that is generated from the figures. The reason is on record, and so is
 * what the generated one stated, so that a later change of the figures shows.
 */
export const overrideReportSentence: NarrativeCommand<'override-report-sentence', typeof body, typeof event> = {
  name: 'override-report-sentence',
  label: '改写自动生成的句子',
  article: '第五十条',
  roles: WRITERS,
  commutes: false,
  body,
  event,
  decide(_state, input, { sentences }) {
    const generated = sentences.find(({ id }) => id === input.sentence);
    if (generated === undefined) throw new NotFound('自动生成的句子', input.sentence);
    return { ...input, replaced: { text: generated.text, figures: [...generated.figures] } };
  },
  evolve(state, { agency: _agency, year: _year, ...override }, by) {
    const before = endOverride(state, override.sentence, by);
    return { ...before, overrides: [...before.overrides, { ...override, by, ended: null }] };
  },
};
