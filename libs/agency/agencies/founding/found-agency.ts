import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { jurisdictionSchema } from '#calendar';
import { agencyIdSchema } from '#casework';
import { agencyTargetShape, withTarget, type AgencyCommand, type AgencyTarget } from '../../command.js';
import { agencyNameSchema } from '../../fields.js';
import type { AgenciesContext } from '../agency-command.js';
import type { AgencyState } from '../agency.js';
import { assertExists } from '../hierarchy.js';
import { AGENCY_LEVELS } from '../level.js';

const body = z.strictObject({
  on: localDateSchema.describe('设立之日；早已存在的机关填开始使用本系统前的任一日'),
  name: agencyNameSchema,
  level: z.enum(AGENCY_LEVELS).describe('层级'),
  parentId: agencyIdSchema.nullable().describe('上级机关编号；没有则为 null'),
  jurisdiction: jurisdictionSchema.default('CN').describe('工作日历的适用地区'),
});

const event = defineEvent({
  type: 'agency.founded',
  version: 1,
  label: '设立机关',
  source: '第四条、第二十七条',
  schema: z.strictObject({ ...agencyTargetShape, ...body.shape }),
});

/** 设立机关: the first entry of the stream of an agency. */
export const foundAgency: AgencyCommand<
  AgencyTarget,
  null,
  AgencyState,
  AgenciesContext,
  'found-agency',
  typeof body,
  typeof event
> = {
  name: 'found-agency',
  label: '设立机关',
  article: '第四条、第二十七条',
  roles: ['operator'],
  commutes: false,
  body,
  event,
  decide: withTarget,
  check(_nothing, data, { agencies }) {
    if (data.parentId !== null) assertExists(agencies, data.parentId, data.on, 'body.parentId');
  },
  evolve(_nothing, data) {
    return {
      agencyId: data.agency,
      level: data.level,
      jurisdiction: data.jurisdiction,
      foundedOn: data.on,
      dissolution: null,
      names: [{ from: data.on, value: data.name }],
      parents: [{ from: data.on, value: data.parentId }],
      policies: [],
    };
  },
};
