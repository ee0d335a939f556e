import { caseIdSchema } from '#casework';
import { derivedId, validate, type Json } from '#kernel';

/** Keeps an id within its 64 characters: agency, year and suffix with two dashes. */
const LONGEST_AGENCY_PART = 48;

/** The registration as the client sends it: which case, and the body of the command itself. */
export interface Registration {
  readonly caseId: string;
  readonly body: Json;
}

/**
 * Takes `caseId` out of the body. Without one it is derived from agency, year of arrival and command id, such as
 * `songzhuang-2022-1a2b3c4d5e`: a repeated command names the same case. Raises `InvalidInput` at `body.caseId`.
 */
export function registrationOf(body: Json, agency: string, commandId: string): Registration {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { caseId: derivedCaseId(agency, undefined, commandId), body };
  }
  const { caseId, ...rest } = body as { readonly [key: string]: Json };
  const id =
    caseId === undefined ? derivedCaseId(agency, rest['on'], commandId) : validate(caseIdSchema, caseId, 'body.caseId');
  return { caseId: id, body: rest };
}

/** A date that is none is for the core to refuse; the id only has to be an id. */
function derivedCaseId(agency: string, on: Json | undefined, commandId: string): string {
  const year = typeof on === 'string' ? (/^\d{4}(?=-)/.exec(on)?.[0] ?? '0000') : '0000';
  const suffix = derivedId(commandId, 'case').replaceAll('-', '').slice(0, 10);
  return `${agency.slice(0, LONGEST_AGENCY_PART)}-${year}-${suffix}`;
}
