import { localDateSchema } from '#kernel';
import { yuan } from '#casework';
import { amountFenSchema } from '../../fields.js';
import { defineEntryKind, REFERENCES, referencesSchema } from '../entry-kind.js';
import { sumByItem } from '../register-item.js';

/** 行政事业性收费: money taken, exact in fen; printed in 万元 (第二十条第（八）项). */
export const recordFees = defineEntryKind({
  name: 'record-fees',
  label: '登记行政事业性收费',
  article: '第二十条第（八）项',
  eventType: 'register.fees-recorded',
  shape: {
    on: localDateSchema.describe('收费之日；汇总登记的填期末日'),
    amountFen: amountFenSchema.describe('收费金额，单位：分'),
    references: referencesSchema,
  },
  count(entries) {
    return sumByItem(entries.map(({ amountFen }) => ['fees.fen', amountFen]));
  },
  words: {
    on: { label: '收费之日（汇总登记的为期末日）' },
    amountFen: { label: '收费金额', show: yuan },
    references: REFERENCES,
  },
});
