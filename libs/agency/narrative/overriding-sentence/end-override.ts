import type { Recording } from '#casework';
import type { Narrative } from '../narrative.js';

/** The narrative in which no override of the sentence stands any more; it stays on record. */
export function endOverride(state: Narrative, sentence: string, by: Recording): Narrative {
  const overrides = state.overrides.map((one) =>
    one.sentence === sentence && one.ended === null ? { ...one, ended: by } : one,
  );
  return { ...state, overrides };
}
