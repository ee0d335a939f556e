import type { ToldFact } from '#casework';
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

/** Old entries may hold control characters in free text. */
function factLine({ label, text }: ToldFact): string {
  return `      ${label}：${text.replace(/\p{Cc}/gu, ' ')}`;
}
