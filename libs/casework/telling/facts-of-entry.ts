import { ENTRY_RECTIFIED, settledEntries } from '../rectifying/settled-history.js';
import type { RawEntry, Surroundings } from '../step.js';
import { caseSteps } from '../steps.js';
import type { ToldFact } from './fact.js';

const steps = new Map(caseSteps.map((step) => [step.event.type, step]));

/** The Chinese name of an event type of casework; the type itself for any other. */
export function labelOfEvent(type: string): string {
  return steps.get(type)?.event.label ?? type;
}

/**
 * What an entry of a case says, every field of it, in plain Chinese: codes by their official labels, dates as they are, money in 元,
 * documents by number and hash, persons by reference. `history` is the raw history, of which a rectification looks at what stood
 * before it. Empty for an event of another library.
 */
export function factsOfEntry(entry: RawEntry, history: readonly RawEntry[]): readonly ToldFact[] {
  return told(entry, history, false).map(({ path, label, text }) => ({ path, label, text }));
}

function told(entry: RawEntry, history: readonly RawEntry[], nested: boolean): readonly ToldFact[] {
  let before: readonly RawEntry[] | undefined;
  const surroundings: Surroundings = {
    entryBefore(revision) {
      before ??= entriesBefore(entry.by.revision, history);
      return before.find(({ by }) => by.revision === revision && by.inserted === undefined);
    },
    labelOf: labelOfEvent,
    tell: (other) => told(other, history, true),
    nested,
  };
  return steps.get(entry.type)?.tell(entry.data, entry.by, surroundings) ?? [];
}

/** Every entry, struck ones included, as it read just before the entry `revision` was recorded. */
function entriesBefore(revision: number, history: readonly RawEntry[]): RawEntry[] {
  const known = history.filter(({ by }) => by.revision < revision);
  return settledEntries(known, ENTRY_RECTIFIED).map(({ entry }) => entry);
}
