import { isSameJson, type Json } from '#kernel';
import type { RawEntry } from '#casework';
import type { AcceptedRow } from './plan-row.js';

/**
 * How the log stands to a row. `new`: nothing of it yet. `partly`: an interrupted import began it. `recorded`: all of it.
 * `differs`: the case was taken over from another version of the row, or by another mapping. `taken`: a case of this number was
 * registered here in another way.
 */
export type Standing = 'new' | 'partly' | 'recorded' | 'differs' | 'taken';

/** Compares a row with the history of its case. What people did with the case afterwards is no concern of the row. */
export function standingOf({ source, steps }: AcceptedRow, history: readonly RawEntry[]): Standing {
  if (history.length === 0) return 'new';
  const imported = history.filter(({ by }) => by.source !== undefined);
  if (imported.length === 0) return 'taken';
  const same = imported.every(
    (entry, at) => entry.by.source?.rowSha256 === source.rowSha256 && sameFact(entry, steps[at]?.entry),
  );
  if (!same) return 'differs';
  return imported.length === steps.length ? 'recorded' : 'partly';
}

function sameFact(recorded: RawEntry, planned: RawEntry | undefined): boolean {
  if (planned === undefined || recorded.type !== planned.type) return false;
  return isSameJson(recorded.data as Json, planned.data as Json);
}
