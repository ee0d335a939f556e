import type { RecordedEvent } from '#kernel';
import { currentCase, type Case, type CaseEntry } from '#casework';
import { recordingOf } from '../desk/read-history.js';

/** A recorded event of a case (payload already upcast) as an entry of its history. */
export function caseEntry(event: RecordedEvent): CaseEntry {
  return {
    type: event.type,
    data: event.data,
    by: recordingOf(event.revision, event.metadata),
  } as unknown as CaseEntry;
}

/** The state after a whole raw history, rectifications applied. */
export function caseAfter(events: readonly RecordedEvent[]): Case | null {
  return currentCase(events.map(caseEntry));
}
