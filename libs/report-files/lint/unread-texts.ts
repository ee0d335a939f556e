import type { PublishedReport, Unread } from '#annual-report';
import {
  rowLabel,
  TABLE3_ROW_LABELS,
  TABLE4_BLOCK_LABELS,
  table2RowLabel,
  type Table2Row,
  type Table3Row,
  type Table4Block,
} from '#statistics';

const TABLES = { 2: '表二', 3: '表三', 4: '表四' } as const;

/** Of more rows than this the others are counted. */
const FEW = 3;

/** What could not be read, in plain Chinese: what it is, where, and why. Rows that are unread for one reason at one place are told together. */
export function unreadTexts({ unread, form }: Pick<PublishedReport, 'unread' | 'form'>): readonly string[] {
  const alike = Map.groupBy(unread, ({ table, place, reason, text }) => JSON.stringify([table, place, reason, text]));
  return [...alike.values()].map((all) => {
    const { table, place, reason, text } = all[0]!;
    const rows = [...new Set(all.flatMap((one) => labelOf(one, form) ?? []))];
    const few = rows.slice(0, FEW).join('、') + (rows.length > FEW ? ` 等 ${String(rows.length)} 行` : '');
    const what = table === null ? '' : `${[TABLES[table], few].join(' ').trim()}，`;
    return `${what}${place}：${reason}${text === null ? '' : `（${text}）`}`;
  });
}

/** The label of a row of table 2 or 3, of a block of table 4; `null` where it is not about one. */
function labelOf({ table, row }: Unread, form: PublishedReport['form']): string | null {
  if (row === null || table === null) return null;
  if (table === 4) return TABLE4_BLOCK_LABELS[row as Table4Block];
  if (table === 3) return row in TABLE3_ROW_LABELS ? rowLabel(row as Table3Row) : null;
  return row === 'otherDocuments' ? '其他主动公开文件' : table2RowLabel(row as Table2Row, form ?? '2021');
}
