import { Refused } from '#kernel';
import type { RawEntry } from '../step.js';
import type { Rectifying } from './rectifying-action.js';
import { ENTRY_RECTIFIED, settledEntries } from './settled-history.js';

/** The rectifications that stand on one entry, all corrections and strikings or all insertions behind it. */
interface Standing {
  /** Revision of the entry. */
  readonly revision: number;
  /** Revisions of the rectifications, in order. */
  readonly rectifications: readonly number[];
}

/**
 * One rectification at a time: an entry on which one stands is put right by correcting or striking that rectification, which in
 * turn has at most one standing on it. Likewise of insertions behind one entry. So two people who put the same entry right at
 * once cannot both succeed, and what an entry says is read off one chain. Judged by what `after` adds to `before`, hence also
 * for a rectification that is aimed anew, or that stands again because what struck it was struck; histories from before this
 * rule stay legal. `rectified` as in {@link settledEntries}. Raises `already-rectified` with the revisions of both.
 */
export function assertOneAtATime(
  before: readonly RawEntry[],
  after: readonly RawEntry[],
  rectified: string = ENTRY_RECTIFIED,
): void {
  const known = standingOn(before, rectified);
  for (const [place, { revision, rectifications }] of standingOn(after, rectified)) {
    const already = known.get(place)?.rectifications ?? [];
    const added = rectifications.filter((one) => !already.includes(one));
    if (rectifications.length < 2 || added.length === 0) continue;
    const rectification = already.at(-1) ?? rectifications[0];
    throw new Refused(
      'already-rectified',
      `第 ${revision} 条记录已由第 ${rectification} 条更正，该更正仍然有效；要再改，请更正或作废第 ${rectification} 条记录`,
      { revision, rectification, allowedActions: ['correct', 'void'] },
    );
  }
}

function standingOn(history: readonly RawEntry[], rectified: string): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>();
  const note = (place: string, revision: number, ...rectifications: readonly number[]): void => {
    const earlier = standing.get(place)?.rectifications ?? [];
    standing.set(place, { revision, rectifications: [...earlier, ...rectifications].sort((a, b) => a - b) });
  };
  for (const { entry, amendedBy, voidedBy } of settledEntries(history, rectified)) {
    if (entry.by.inserted) continue;
    note(`on ${entry.by.revision}`, entry.by.revision, ...amendedBy, ...voidedBy);
    if (entry.type !== rectified || voidedBy.length > 0) continue;
    const { revision, action } = entry.data as Rectifying;
    if (action.kind === 'insert') note(`behind ${revision}`, revision, entry.by.revision);
  }
  return standing;
}
