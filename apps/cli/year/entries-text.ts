import { yuan10k } from '#agency';
import type { CellEntry } from '#office';
import { amendments, marked } from '../case/lineage-text.js';
import { textTable } from '../shell/text-table.js';

/** Register entries behind a figure, with what each adds. */
export function entriesTable(entries: readonly CellEntry[]): string {
  return textTable(
    [
      { head: '机关' },
      { head: '台账年度' },
      { head: '序号' },
      { head: '事实日期' },
      { head: '记录' },
      { head: '增减', align: 'right' },
    ],
    entries.map((entry) => [entry.agency, entry.year, entry.revision, entry.on, entryText(entry), amountText(entry)]),
  );
}

function entryText({ label, amendedBy }: CellEntry): string {
  return marked(label, amendments(amendedBy));
}

function amountText({ amount, unit }: CellEntry): string {
  const size = Math.abs(amount);
  return `${amount < 0 ? '-' : '+'}${unit === 'fen' ? `${yuan10k(size)} 万元` : size}`;
}
