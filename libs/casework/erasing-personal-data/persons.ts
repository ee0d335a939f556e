import type { Case } from '../case.js';

/** Who stands in a case as it now reads, by reference, each once: the applicant, then third parties in the order of their letters. */
export function personsOf({ applicantRef, thirdPartyRefs }: Case): readonly string[] {
  return [...new Set([applicantRef, ...thirdPartyRefs])];
}

/** Whether the erasure of this person was decided in this case: of all of it, or of the person alone. */
export function isErasedFrom({ personalDataErasedOn, erasedPersons }: Case, personRef: string): boolean {
  return personalDataErasedOn !== null || erasedPersons.includes(personRef);
}

/** Whose erasure was not decided in this case yet, neither with all of it nor of the person alone. */
export function personsLeft(state: Case): readonly string[] {
  return personsOf(state).filter((personRef) => !isErasedFrom(state, personRef));
}
