import { effectiveHistory, type RawEntry } from '#casework';
import { personRefSchema } from '#privacy';

const REFERENCES: ReadonlySet<string> = new Set(['applicantRef', 'partyRef']);

/** Who stands in a history as it now reads, rectifications applied: the applicant and third parties, by reference. */
export function personsOf(history: readonly RawEntry[]): readonly string[] {
  const refs = effectiveHistory(history).flatMap(({ data }) => referencesIn(data));
  return [...new Set(refs)].filter((ref) => personRefSchema.safeParse(ref).success);
}

/** Every reference to a person in a payload, however deep. */
export function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    REFERENCES.has(name) && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}
