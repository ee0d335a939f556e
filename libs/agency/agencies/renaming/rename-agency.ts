import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { agencyTargetShape, noFurtherRule, withTarget } from '../../command.js';
import { agencyNameSchema } from '../../fields.js';
import { defineAgencyCommand } from '../agency-command.js';
import { since } from '../valid-by-date.js';

const body = z.strictObject({
  on: localDateSchema.describe('新名称启用之日'),
  name: agencyNameSchema,
});

/** 机关更名. A second name for the same day replaces the first: so a slip is put right. */
export const renameAgency = defineAgencyCommand({
  name: 'rename-agency',
  label: '机关更名',
  article: '第四条',
  roles: ['operator'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'agency.renamed',
    version: 1,
    label: '机关更名',
    source: '第四条',
    schema: z.strictObject({ ...agencyTargetShape, ...body.shape }),
  }),
  decide: withTarget,
  check: noFurtherRule,
  evolve(state, data) {
    return { ...state, names: since(state.names, data.on, data.name) };
  },
});
