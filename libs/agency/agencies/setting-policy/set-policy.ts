import { z } from 'zod';
import { defineEvent, localDateSchema, RuleBroken } from '#kernel';
import { agencyTargetShape, withTarget } from '../../command.js';
import { defineAgencyCommand } from '../agency-command.js';
import { policyChangesSchema } from '../policy.js';
import { since } from '../valid-by-date.js';

const body = z.strictObject({
  on: localDateSchema.describe('自何日起适用'),
  policy: policyChangesSchema.describe('变更的事项；未列者不变'),
});

/** 设定办理规则: changes some of the choices that the law leaves open, from a day on. */
export const setPolicy = defineAgencyCommand({
  name: 'set-policy',
  label: '设定办理规则',
  article: '第四十五条',
  roles: ['head', 'operator'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'agency.policy-set',
    version: 1,
    label: '设定办理规则',
    source: '第四十五条',
    schema: z.strictObject({ ...agencyTargetShape, ...body.shape }),
  }),
  decide: withTarget,
  check(_state, data) {
    if (Object.keys(data.policy).length > 0) return;
    throw new RuleBroken('nothing-changed', 'body.policy', '至少变更一项');
  },
  evolve(state, data) {
    const sameDay = state.policies.find(({ from }) => from === data.on)?.value;
    return { ...state, policies: since(state.policies, data.on, { ...sameDay, ...data.policy }) };
  },
});
