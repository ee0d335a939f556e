import { GongkaiError, type ErrorFacts, type ErrorKind } from '#kernel';

/** Why one agency, or one scope, could not be done in a run: code, message and facts, such as the findings of `rules-failed`. */
export interface YearEndRefusal {
  readonly code: string;
  readonly message: string;
  readonly facts: ErrorFacts;
}

const REFUSALS: ReadonlySet<ErrorKind> = new Set(['refused', 'conflict', 'invalid', 'not-found']);

/** The refusal of one, after which a run goes on; `null` for anything else (a full disk, a lost store), which ends it. */
export function refusalIn(error: unknown): YearEndRefusal | null {
  return error instanceof GongkaiError && REFUSALS.has(error.kind) ? refusalOf(error) : null;
}

/** What a run tells of an error. */
export function refusalOf({ code, message, facts }: GongkaiError): YearEndRefusal {
  return { code, message, facts };
}
