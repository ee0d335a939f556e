import type { RecordedEvent } from '#kernel';
import { currentCase, type Case, type CaseEntry } from '#casework';

/** A recorded event of a case (payload already upcast) as an entry of its history. */
export function caseEntry(event: RecordedEvent): CaseEntry {
  const { actor, role, now } = event.metadata;
  return {
    type: event.type,
    data: event.data,
    by: { revision: event.revision, actor, role, recordedAt: now },
  } as unknown as CaseEntry;
}

/** The state after a whole raw history, rectifications applied. */
export function caseAfter(events: readonly RecordedEvent[]): Case | null {
  return currentCase(events.map(caseEntry));
}
