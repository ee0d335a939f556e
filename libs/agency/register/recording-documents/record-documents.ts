import { z } from 'zod';
import { localDateSchema, Refused, RuleBroken } from '#kernel';
import { coded } from '#casework';
import { stockSchema } from '../../fields.js';
import { defineEntryKind, REFERENCES, referencesSchema } from '../entry-kind.js';
import { DOCUMENT_KIND_LABELS, DOCUMENT_KINDS, sumByItem } from '../register-item.js';
import { balancesOf } from './balances.js';

/** What happened to documents. The two openings state how many there are at the beginning of a day: in force, and open to the public. */
export const DOCUMENT_MOVEMENTS = ['opening', 'publishedOpening', 'made', 'repealed', 'published'] as const;

/** What the movements are called. */
export const DOCUMENT_MOVEMENT_LABELS: Readonly<Record<(typeof DOCUMENT_MOVEMENTS)[number], string>> = {
  opening: '期初现行有效',
  publishedOpening: '期初对外公开总数量',
  made: '制发',
  repealed: '废止',
  published: '公开',
};

const shape = {
  on: localDateSchema.describe('制发、废止、公开之日；期初数为该日开始时的件数'),
  kind: z.enum(DOCUMENT_KINDS).describe('regulations=规章；normativeDocuments=行政规范性文件'),
  movement: z
    .enum(DOCUMENT_MOVEMENTS)
    .describe('opening=期初现行有效；publishedOpening=期初对外公开总数量；made=制发；repealed=废止；published=公开'),
  count: stockSchema.describe('件数；只有期初数可以为 0'),
  references: referencesSchema,
};

/** An entry about documents, without agency and year. */
export type DocumentsEntry = z.output<z.ZodObject<typeof shape, z.core.$strict>>;

/** 规章和行政规范性文件: what was made, repealed, published, and how many there were at some day (第二十条第（一）项). */
export const recordDocuments = defineEntryKind({
  name: 'record-documents',
  label: '登记规章和行政规范性文件',
  article: '第二十条第（一）项',
  eventType: 'register.documents-recorded',
  shape,
  check(others, entry, at) {
    if (!isOpening(entry)) {
      if (entry.count === 0) throw new RuleBroken('count-zero', `${at}.count`, '件数至少为 1；只有期初数可以为 0');
      return;
    }
    const stated = others.some(
      ({ kind, movement, on }) => kind === entry.kind && movement === entry.movement && on === entry.on,
    );
    if (stated) throw new Refused('already-stated', `${entry.on} 的期初数已登记，如有误请更正该条`, { on: entry.on });
  },
  count(entries) {
    const movements = entries.filter((entry) => !isOpening(entry));
    return {
      ...sumByItem(movements.map(({ kind, movement, count }) => [`${kind}.${movement as 'made'}`, count])),
      ...balancesOf(entries),
    };
  },
  words: {
    on: { label: '制发、废止、公开之日（期初数为该日开始时）' },
    kind: coded('文件类别', DOCUMENT_KIND_LABELS),
    movement: coded('登记内容', DOCUMENT_MOVEMENT_LABELS),
    count: { label: '件数' },
    references: REFERENCES,
  },
});

function isOpening({ movement }: DocumentsEntry): boolean {
  return movement === 'opening' || movement === 'publishedOpening';
}
