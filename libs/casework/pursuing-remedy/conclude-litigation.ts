import { defineEvent } from '#kernel';
import { documentText } from '../fields.js';
import { asBody, defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { assertConclusion, conclusionSchema, hasPending } from './conclusion.js';
import { changeRemedy } from './open-remedy.js';
import { REMEDY_RESULT_LABELS } from './remedy.js';

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
  isPossible: (state) => hasPending(state, 'litigation'),
  decide: asBody,
  check(state, data) {
    assertConclusion(state, data, 'litigation');
  },
  evolve(state, data) {
    return changeRemedy(state, data.remedyId, { concludedOn: data.on, result: data.result });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '裁判作出之日' },
      remedyId: { label: '诉讼案件代号' },
      result: coded('诉讼结果', REMEDY_RESULT_LABELS),
      document: { label: '裁判文书', show: documentText },
    });
  },
});
