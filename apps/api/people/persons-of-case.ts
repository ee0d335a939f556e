import { personsOf as standing, type Case } from '#casework';
import { personRefSchema } from '#privacy';

const REFERENCES: ReadonlySet<string> = new Set(['applicantRef', 'partyRef']);

/** Who stands in a case as it now reads, rectifications applied; only references under which the vault can hold somebody. */
export function personsOf(state: Case): readonly string[] {
  return standing(state).filter((ref) => personRefSchema.safeParse(ref).success);
}

/** Every reference to a person in a payload, however deep, also one that was rectified since. */
export function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    REFERENCES.has(name) && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}
