import { z } from 'zod';
import { localDateSchema, Refused } from '#kernel';
import { coded } from '#casework';
import { stockSchema } from '../../fields.js';
import { defineEntryKind } from '../entry-kind.js';
import { INVENTORY_KIND_LABELS, INVENTORY_KINDS, sumByItem } from '../register-item.js';

/** 项目数量 of the 2019 form: how many items of a kind there are on a day. The last statement of a year holds for its end. */
export const recordInventory = defineEntryKind({
  name: 'record-inventory',
  label: '登记项目数量',
  article: '第二十条第（五）项、第（六）项、第（八）项；国办公开办函〔2019〕60号',
  eventType: 'register.inventory-recorded',
  shape: {
    on: localDateSchema.describe('清点之日；一年内以最后一次为准'),
    kind: z
      .enum(INVENTORY_KINDS)
      .describe(
        'licensing=行政许可；otherServices=其他对外管理服务事项；penalty=行政处罚；coercion=行政强制；fees=行政事业性收费',
      ),
    items: stockSchema.describe('项目数量'),
  },
  check(others, entry) {
    const stated = others.some(({ kind, on }) => kind === entry.kind && on === entry.on);
    if (stated) throw new Refused('already-stated', `${entry.on} 的项目数量已登记，如有误请更正该条`, { on: entry.on });
  },
  count(entries) {
    const isLast = (entry: (typeof entries)[number]) =>
      !entries.some((other) => other.kind === entry.kind && other.on > entry.on);
    return sumByItem(entries.filter(isLast).map(({ kind, items }) => [`${kind}.items`, items]));
  },
  words: {
    on: { label: '清点之日' },
    kind: coded('事项类别', INVENTORY_KIND_LABELS),
    items: { label: '项目数量' },
  },
});
