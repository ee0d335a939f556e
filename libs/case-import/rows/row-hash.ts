import { hash } from 'node:crypto';
import { canonicalJson } from '#kernel';
import type { BoundColumn } from '../mapping/bind-columns.js';
import { textOf, type SheetRow } from '../sheet.js';

/**
 * SHA-256 of the canonical JSON of the cells that the mapping names, by field, blank ones left out. Columns that are not taken
 * over (names, addresses, remarks) do not enter: a hash of personal data would still tell who it was (ADR 0016).
 */
export function rowHash(columns: readonly BoundColumn[], { cells }: SheetRow): string {
  const filled = columns.map(({ field, at }) => [field, wellFormed(textOf(cells[at]))] as const);
  return hash('sha256', canonicalJson(Object.fromEntries(filled.filter(([, text]) => text !== ''))), 'hex');
}

/** Half of a character, as broken files hold it, has no place in JSON. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}
