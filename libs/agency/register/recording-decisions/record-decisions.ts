import { z } from 'zod';
import { localDateSchema } from '#kernel';
import { coded } from '#casework';
import { countSchema } from '../../fields.js';
import { defineEntryKind, REFERENCES, referencesSchema } from '../entry-kind.js';
import { DECISION_KINDS, INVENTORY_KIND_LABELS, sumByItem } from '../register-item.js';

/** 行政许可、其他对外管理服务事项、行政处罚、行政强制: decisions made (第二十条第（五）（六）项). */
export const recordDecisions = defineEntryKind({
  name: 'record-decisions',
  label: '登记处理决定',
  article: '第二十条第（五）项、第（六）项',
  eventType: 'register.decisions-recorded',
  shape: {
    on: localDateSchema.describe('作出决定之日；汇总登记的填期末日'),
    kind: z
      .enum(DECISION_KINDS)
      .describe(
        'licensing=行政许可；otherServices=其他对外管理服务事项（2019 年格式）；penalty=行政处罚；coercion=行政强制',
      ),
    count: countSchema.describe('处理决定数量'),
    references: referencesSchema,
  },
  count(entries) {
    return sumByItem(entries.map(({ kind, count }) => [`${kind}.decisions`, count]));
  },
  words: {
    on: { label: '作出决定之日（汇总登记的为期末日）' },
    kind: coded('事项类别', INVENTORY_KIND_LABELS),
    count: { label: '处理决定数量' },
    references: REFERENCES,
  },
});
