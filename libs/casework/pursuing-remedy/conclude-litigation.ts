import { defineEvent } from '#kernel';
import { asBody, defineStep } from '../step.js';
import { assertConclusion, conclusionSchema } from './conclusion.js';
import { changeRemedy } from './open-remedy.js';

/** 行政诉讼审结: by the last effective judgment; a pending appeal leaves the matter pending (Q10). */
export const concludeLitigation = defineStep({
  name: 'conclude-litigation',
  label: '登记诉讼结果',
  article: '《行政诉讼法》；法释〔2025〕8号',
  roles: ['handler', 'head'],
  commutes: true,
  body: conclusionSchema,
  event: defineEvent({
    type: 'case.litigation-concluded',
    version: 1,
    label: '行政诉讼审结',
    source: '《行政诉讼法》；法释〔2025〕8号',
    schema: conclusionSchema,
  }),
  decide: asBody,
  check(state, data) {
    assertConclusion(state, data, 'litigation');
  },
  evolve(state, data) {
    return changeRemedy(state, data.remedyId, { concludedOn: data.on, result: data.result });
  },
});
