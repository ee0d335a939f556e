import { GongkaiError, type ErrorFacts, type ErrorKind } from '#kernel';

/** Why one agency, or one scope, could not be done while others could: code, message and facts, such as the findings of `rules-failed`. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly facts: ErrorFacts;
}

const REFUSALS: ReadonlySet<ErrorKind> = new Set(['refused', 'conflict', 'invalid', 'not-found']);

/** The refusal of one, after which the others go on; `null` for anything else (a full disk, a lost store), which ends the whole. */
export function refusalIn(error: unknown): Refusal | null {
  return error instanceof GongkaiError && REFUSALS.has(error.kind) ? refusalOf(error) : null;
}

/** What a run tells of an error. */
export function refusalOf({ code, message, facts }: GongkaiError): Refusal {
  return { code, message, facts };
}
