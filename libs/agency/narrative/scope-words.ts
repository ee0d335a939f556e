import type { TableScope } from '../table-scope.js';
import type { Narrative } from './narrative.js';
import { staleOverrides } from './stale-overrides.js';
import type { StatingSentence } from './stating-sentence.js';

/**
 * The words of an agency as its report of a scope has them: only its own issues are among them; and where the scope is wider than the
 * agency, an override holds only if it replaced a sentence of the very figures that the scope has, `sentences` being those of the scope.
 */
export function wordsOfScope(
  narrative: Narrative,
  scope: TableScope,
  sentences: readonly StatingSentence[],
): Narrative {
  const issues = narrative.issues.filter((issue) => issue.scope === scope);
  if (scope === 'own') return { ...narrative, issues };
  const stale = new Set(staleOverrides(narrative, sentences).map(({ override }) => override));
  return { ...narrative, issues, overrides: narrative.overrides.filter((one) => !stale.has(one)) };
}
