import { localDateSchema } from '#kernel';
import { yuan } from '#casework';
import { amountFenSchema, countSchema } from '../../fields.js';
import { defineEntryKind, REFERENCES, referencesSchema } from '../entry-kind.js';
import { sumByItem } from '../register-item.js';

/** 政府集中采购 of the 2019 form: projects and their amount (第二十条第（九）项). */
export const recordProcurement = defineEntryKind({
  name: 'record-procurement',
  label: '登记政府集中采购',
  article: '第二十条第（九）项；国办公开办函〔2019〕60号',
  eventType: 'register.procurement-recorded',
  shape: {
    on: localDateSchema.describe('采购完成之日；汇总登记的填期末日'),
    projects: countSchema.describe('采购项目数量'),
    amountFen: amountFenSchema.describe('采购总金额，单位：分'),
    references: referencesSchema,
  },
  count(entries) {
    return sumByItem(
      entries.flatMap(({ projects, amountFen }) => [
        ['procurement.projects', projects],
        ['procurement.fen', amountFen],
      ]),
    );
  },
  words: {
    on: { label: '采购完成之日（汇总登记的为期末日）' },
    projects: { label: '采购项目数量' },
    amountFen: { label: '采购总金额', show: yuan },
    references: REFERENCES,
  },
});
