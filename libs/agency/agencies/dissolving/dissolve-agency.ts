import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { agencyIdSchema } from '#casework';
import { agencyTargetShape, withTarget } from '../../command.js';
import { defineAgencyCommand } from '../agency-command.js';
import { assertExists, subordinatesFrom } from '../hierarchy.js';

const body = z.strictObject({
  on: localDateSchema.describe('撤销之日：机关自该日起不再存在'),
  successorId: agencyIdSchema.exactOptional().describe('承继其职责的机关编号'),
});

/** 撤销机关. Whoever stood below it has to be moved first, so that no body of the territory drops out of a roll-up (DR 4). */
export const dissolveAgency = defineAgencyCommand({
  name: 'dissolve-agency',
  label: '撤销机关',
  article: '第三十六条第（五）项、国办公开办函〔2019〕14号',
  roles: ['operator'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'agency.dissolved',
    version: 1,
    label: '撤销机关',
    source: '国办公开办函〔2019〕14号',
    schema: z.strictObject({ ...agencyTargetShape, ...body.shape }),
  }),
  decide: withTarget,
  check(state, data, { agencies }) {
    if (state.dissolution !== null) {
      throw new Refused('agency-dissolved', `机关已于 ${state.dissolution.on} 撤销`, {
        dissolvedOn: state.dissolution.on,
      });
    }
    if (data.successorId === state.agencyId) {
      throw new RuleBroken('agency-own-successor', 'body.successorId', '机关不能由自己承继');
    }
    if (data.successorId !== undefined) assertExists(agencies, data.successorId, data.on, 'body.successorId');
    const subordinates = subordinatesFrom(agencies, state.agencyId, data.on);
    if (subordinates.length > 0) {
      throw new Refused('agency-has-subordinates', `尚有下级机关，请先变更其隶属关系：${subordinates.join('、')}`, {
        subordinates,
      });
    }
  },
  evolve(state, data) {
    return { ...state, dissolution: { on: data.on, successorId: data.successorId ?? null } };
  },
});
