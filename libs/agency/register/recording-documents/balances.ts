import {
  DOCUMENT_KINDS,
  sumByItem,
  type DocumentKind,
  type RegisterItem,
  type RegisterItems,
} from '../register-item.js';
import type { DocumentsEntry } from './record-documents.js';

/** What the movements on and after the day of an opening do to its balance. */
const EFFECTS = {
  opening: { made: 1, repealed: -1 },
  // 对外公开总数量 is read as its label has it: whatever was opened to the public counts, repealed or not.
  publishedOpening: { published: 1 },
} as const satisfies Record<string, { readonly [movement in DocumentsEntry['movement']]?: 1 | -1 }>;

/**
 * Documents in force, and open to the public, at the end of the year, for each kind with an opening in that year: the latest
 * opening and what moved from that day on. An opening states the beginning of its day, so movements of the same day count.
 */
export function balancesOf(entries: readonly DocumentsEntry[]): RegisterItems {
  return sumByItem(
    DOCUMENT_KINDS.flatMap((kind) => [
      ...known(`${kind}.balance`, balanceAfter('opening', kind, entries)),
      ...known(`${kind}.publishedBalance`, balanceAfter('publishedOpening', kind, entries)),
    ]),
  );
}

function known(item: RegisterItem, balance: number | null): [RegisterItem, number][] {
  return balance === null ? [] : [[item, balance]];
}

function balanceAfter(
  opening: keyof typeof EFFECTS,
  kind: DocumentKind,
  entries: readonly DocumentsEntry[],
): number | null {
  const ofKind = entries.filter((entry) => entry.kind === kind);
  const effects: { readonly [movement in DocumentsEntry['movement']]?: 1 | -1 } = EFFECTS[opening];
  const latest = ofKind
    .filter(({ movement }) => movement === opening)
    .reduce<DocumentsEntry | null>((last, entry) => (last === null || entry.on > last.on ? entry : last), null);
  if (latest === null) return null;
  return ofKind
    .filter(({ on }) => on >= latest.on)
    .reduce((balance, { movement, count }) => balance + (effects[movement] ?? 0) * count, latest.count);
}
