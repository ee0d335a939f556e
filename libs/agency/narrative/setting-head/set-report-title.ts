import { z } from 'zod';
import { defineEvent, exactLineSchema, localDateSchema } from '#kernel';
import { agencyYearShape } from '../../command.js';
import { WRITERS, type NarrativeCommand } from '../narrative-command.js';

const body = z.strictObject({
  on: localDateSchema.describe('确定之日'),
  title: exactLineSchema('标题', 100).nullable().describe('报告标题；null 表示用通常的标题'),
});

const event = defineEvent({
  type: 'report.title-set',
  version: 1,
  label: '确定报告标题',
  source: '第五十条',
  schema: z.strictObject({ ...agencyYearShape, ...body.shape }),
});

/** 确定报告标题: another title than `某机关某年政府信息公开工作年度报告`. */
export const setReportTitle: NarrativeCommand<'set-report-title', typeof body, typeof event> = {
  name: 'set-report-title',
  label: '确定报告标题',
  article: '第五十条',
  roles: WRITERS,
  commutes: false,
  body,
  event,
  decide: (_state, input) => input,
  evolve: (state, { title }) => ({ ...state, title }),
};
