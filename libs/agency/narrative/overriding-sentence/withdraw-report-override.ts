import { z } from 'zod';
import { defineEvent, localDateSchema, Refused } from '#kernel';
import { agencyYearShape } from '../../command.js';
import { WRITERS, type NarrativeCommand } from '../narrative-command.js';
import { standingOverrides } from '../narrative.js';
import { sentenceIdSchema } from '../report-text.js';
import { endOverride } from './end-override.js';

const body = z.strictObject({
  on: localDateSchema.describe('撤销之日'),
  sentence: sentenceIdSchema,
});

const event = defineEvent({
  type: 'report.override-withdrawn',
  version: 1,
  label: '撤销改写',
  source: '第五十条',
  schema: z.strictObject({ ...agencyYearShape, ...body.shape }),
});

/** 撤销改写: the sentence is generated from the figures again. */
export const withdrawReportOverride: NarrativeCommand<'withdraw-report-override', typeof body, typeof event> = {
  name: 'withdraw-report-override',
  label: '撤销改写',
  article: '第五十条',
  roles: WRITERS,
  commutes: false,
  body,
  event,
  decide(state, input) {
    const overridden = standingOverrides(state).map(({ sentence }) => sentence);
    if (!overridden.includes(input.sentence)) {
      throw new Refused('not-overridden', `句子 ${input.sentence} 没有被改写`, { overridden });
    }
    return input;
  },
  evolve: (state, { sentence }, by) => endOverride(state, sentence, by),
};
