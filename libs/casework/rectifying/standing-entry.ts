import { Refused } from '#kernel';
import type { RawEntry } from '../step.js';
import { ENTRY_RECTIFIED, settledEntries } from './settled-history.js';

/**
 * The recorded entry with this revision as it now reads; `undefined` for a revision that the history does not have. `rectified`
 * as in {@link settledEntries}. Raises `entry-void` for a struck entry, naming the rectification that struck it.
 */
export function standingEntry(
  history: readonly RawEntry[],
  revision: number,
  rectified: string = ENTRY_RECTIFIED,
): RawEntry | undefined {
  const settled = settledEntries(history, rectified).find(
    ({ entry: { by } }) => by.revision === revision && !by.inserted,
  );
  const rectification = settled?.voidedBy.at(-1);
  if (rectification === undefined) return settled?.entry;
  throw new Refused(
    'entry-void',
    `第 ${revision} 条记录已由第 ${rectification} 条作废；要恢复，请作废第 ${rectification} 条记录`,
    { revision, rectification },
  );
}
