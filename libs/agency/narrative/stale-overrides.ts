import { standingOverrides, type Narrative, type SentenceOverride } from './narrative.js';
import { statesTheSame, type StatingSentence } from './stating-sentence.js';

/** An override whose figures have changed since, with the sentence as it would be generated now; `null`: none any more. */
export interface StaleOverride {
  readonly override: SentenceOverride;
  readonly now: StatingSentence | null;
}

/** The standing overrides that were made when the figures were others. */
export function staleOverrides(narrative: Narrative, sentences: readonly StatingSentence[]): readonly StaleOverride[] {
  return standingOverrides(narrative).flatMap((override) => {
    const now = sentences.find(({ id }) => id === override.sentence) ?? null;
    return now !== null && statesTheSame(now.figures, override.replaced.figures) ? [] : [{ override, now }];
  });
}
