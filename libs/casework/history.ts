import type { Case, Recording } from './case.js';
import { receiveApplication } from './receiving-application/receive-application.js';
import { stepOfEvent, type CaseEvent } from './steps.js';

/** An event of a case together with who recorded it, when, and at which revision. */
export type CaseEntry = CaseEvent & { readonly by: Recording };

/** The state after one more entry of an effective history. `null` before the first. */
export function evolve(state: Case | null, entry: CaseEntry): Case {
  if (entry.type === receiveApplication.event.type) return receiveApplication.evolve(entry.data);
  if (state === null) throw new TypeError(`history does not begin with a receipt: ${entry.type}`);
  return stepOfEvent(entry.type).evolve(state, entry.data, entry.by);
}

/** The state after a whole effective history; `null` for an empty one. */
export function foldCase(history: readonly CaseEntry[]): Case | null {
  return history.reduce<Case | null>(evolve, null);
}
