import type { EntryReading, ToldFact } from '#casework';
import { textTable, type Column } from '../shell/text-table.js';

/** A table of entries, one line each, and below every line what the entry says, indented. */
export function entriesText(
  columns: readonly Column[],
  entries: readonly { readonly row: readonly (string | number)[]; readonly facts: readonly ToldFact[] }[],
): string {
  const [heads, ...lines] = textTable(
    columns,
    entries.map(({ row }) => row),
  ).split('\n');
  return [heads, ...lines.flatMap((line, at) => [line, ...(entries[at]?.facts ?? []).map(factLine)])].join('\n');
}

/** What later entries made of one, in Chinese; empty for one that stands as written. */
export function changesText({ amendedBy, voidedBy }: Pick<EntryReading, 'amendedBy' | 'voidedBy'>): string {
  return [
    ...(amendedBy.length === 0 ? [] : [`由第 ${amendedBy.join('、')} 条更正`]),
    ...(voidedBy.length === 0 ? [] : [`由第 ${voidedBy.join('、')} 条作废`]),
  ].join('，');
}

/** Old entries may hold control characters in free text. */
function factLine({ label, text }: ToldFact): string {
  return `      ${label}：${text.replace(/\p{Cc}/gu, ' ')}`;
}
