import { exactLineSchema, localDateSchema } from '#kernel';
import { countSchema } from '../../fields.js';
import { defineEntryKind, REFERENCES, referencesSchema } from '../entry-kind.js';
import { sumByItem } from '../register-item.js';
import { publicationItem } from './publication-item.js';

/** Items published per channel, for 一、总体情况 (第五十条第一款第（一）项). */
export const recordPublications = defineEntryKind({
  name: 'record-publications',
  label: '登记主动公开信息',
  article: '第十九条、第二十三条、第五十条第一款第（一）项',
  eventType: 'register.publications-recorded',
  shape: {
    on: localDateSchema.describe('公开之日；汇总登记的填期末日'),
    channel: exactLineSchema('公开渠道', 50).describe('公开渠道，如 网站、公众号、公示栏'),
    category: exactLineSchema('类别', 50).exactOptional().describe('类别，如 党务公开'),
    count: countSchema.describe('条数'),
    references: referencesSchema,
  },
  count(entries) {
    return sumByItem(entries.map(({ channel, category, count }) => [publicationItem(channel, category), count]));
  },
  words: {
    on: { label: '公开之日（汇总登记的为期末日）' },
    channel: { label: '公开渠道' },
    category: { label: '类别' },
    count: { label: '条数' },
    references: REFERENCES,
  },
});
