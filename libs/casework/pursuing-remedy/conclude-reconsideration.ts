import { defineEvent } from '#kernel';
import { documentText } from '../fields.js';
import { asBody, defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { assertConclusion, conclusionSchema, hasPending } from './conclusion.js';
import { changeRemedy } from './open-remedy.js';
import { REMEDY_RESULT_LABELS } from './remedy.js';

/** 行政复议审结: upheld, corrected, or another result (DR 3.7). */
export const concludeReconsideration = defineStep({
  name: 'conclude-reconsideration',
  label: '登记复议结果',
  article: '《行政复议法》第六十三条至第六十九条',
  roles: ['handler', 'head'],
  commutes: true,
  body: conclusionSchema,
  event: defineEvent({
    type: 'case.reconsideration-concluded',
    version: 1,
    label: '行政复议审结',
    source: '《行政复议法》第六十三条至第六十九条',
    schema: conclusionSchema,
  }),
  isPossible: (state) => hasPending(state, 'reconsideration'),
  decide: asBody,
  check(state, data) {
    assertConclusion(state, data, 'reconsideration');
  },
  evolve(state, data) {
    return changeRemedy(state, data.remedyId, { concludedOn: data.on, result: data.result });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '复议决定作出之日' },
      remedyId: { label: '复议案件代号' },
      result: coded('复议结果', REMEDY_RESULT_LABELS),
      document: { label: '复议决定书', show: documentText },
    });
  },
});
