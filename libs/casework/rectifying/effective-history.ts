import type { RawEntry } from '../step.js';
import { ENTRY_RECTIFIED, settledEntries } from './settled-history.js';

export { ENTRY_RECTIFIED } from './settled-history.js';

/**
 * The history as rectified up to its last entry: struck entries gone, corrected fields in place, forgotten steps supplied at
 * their place with the revision of the rectification that supplied them, rectifications left out; else order and revisions as
 * recorded, `amendedAt` added to what was corrected. Of two rectifications of one field the later one holds; a rectification
 * may itself be struck or corrected. One pass, for a prefix of a history as well (what was known at T).
 */
export function effectiveHistory(raw: readonly RawEntry[]): RawEntry[] {
  return effectiveEntries(raw).filter(({ type }) => type !== ENTRY_RECTIFIED);
}

/**
 * As {@link effectiveHistory}, with the rectifications that stand. `rectified` is the type of the event that rectifies: other
 * families of streams put their entries right in the very same way. `inspect` sees every corrected entry before anything
 * follows from it.
 */
export function effectiveEntries(
  raw: readonly RawEntry[],
  rectified: string = ENTRY_RECTIFIED,
  inspect?: (corrected: RawEntry) => void,
): RawEntry[] {
  if (!raw.some(({ type }) => type === rectified)) return [...raw];
  return settledEntries(raw, rectified, inspect)
    .filter(({ voidedBy }) => voidedBy.length === 0)
    .map(({ entry }) => entry);
}
