import { GongkaiError, Refused, RuleBroken, validate } from '#kernel';
import type { Case } from '../case.js';
import { evolve, type CaseEntry } from '../history.js';
import { assertLegal } from '../legality.js';
import type { RawEntry, StepContext } from '../step.js';
import { caseEvents } from '../steps.js';
import { effectiveEntries, ENTRY_RECTIFIED } from './effective-history.js';

const schemas = new Map(caseEvents.map(({ type, schema }) => [type, schema]));

/**
 * Judges a history whose last entry is a rectification (domain.md): every corrected payload passes the schema of its event
 * (`invalid-input`, naming the fields), and the amended history is legal from beginning to end. What a later entry is refused
 * for comes out with its own code and with the `revision` of that entry.
 */
export function assertAmendedLegal(history: readonly RawEntry[], context: StepContext): void {
  const entries = effectiveEntries(history);
  entries.forEach(assertPayload);
  const rest = entries.filter(({ type }) => type !== ENTRY_RECTIFIED) as CaseEntry[];
  rest.reduce<Case | null>((state, entry) => {
    blaming(entry, () => assertLegal(state, entry, context));
    return evolve(state, entry);
  }, null);
}

function assertPayload({ type, data, by }: RawEntry): void {
  const schema = schemas.get(type);
  if (by.amendedAt !== undefined && schema !== undefined) validate(schema, data, 'body.action.fields');
}

function blaming({ type, by: { revision } }: CaseEntry, judge: () => void): void {
  try {
    judge();
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error;
    const message = `更正后，第 ${revision} 条记录不再合法：${error.message}`;
    const where = { revision, type };
    if (error instanceof Refused) throw new Refused(error.code, message, where);
    throw new RuleBroken(error.code, 'body.action', message, where);
  }
}
