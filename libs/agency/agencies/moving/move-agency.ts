import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { agencyIdSchema } from '#casework';
import { agencyTargetShape, withTarget } from '../../command.js';
import { defineAgencyCommand } from '../agency-command.js';
import type { AgencyState } from '../agency.js';
import { assertExists, assertNoCycle } from '../hierarchy.js';
import { since } from '../valid-by-date.js';

const body = z.strictObject({
  on: localDateSchema.describe('隶属关系变更之日'),
  parentId: agencyIdSchema.nullable().describe('新的上级机关编号；没有则为 null'),
});

/** 变更隶属关系: another agency above from a day on. Reports of earlier years keep the tree of their year (DR 4). */
export const moveAgency = defineAgencyCommand({
  name: 'move-agency',
  label: '变更隶属关系',
  article: '第三条',
  roles: ['operator'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'agency.moved',
    version: 1,
    label: '变更隶属关系',
    source: '第三条',
    schema: z.strictObject({ ...agencyTargetShape, ...body.shape }),
  }),
  decide: withTarget,
  check(state, data, { agencies }) {
    if (data.parentId === null) return;
    assertExists(agencies, data.parentId, data.on, 'body.parentId');
    assertNoCycle(agencies, moved(state, data), data.on, 'body.parentId');
  },
  evolve: moved,
});

function moved(state: AgencyState, data: z.output<typeof body>): AgencyState {
  return { ...state, parents: since(state.parents, data.on, data.parentId) };
}
