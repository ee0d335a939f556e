import type { FieldFault } from '#kernel';

/** Problem Details (RFC 9457) with the members that this API adds. Serialised as `application/problem+json`. */
export interface Problem {
  /** `urn:gongkai:error:<code>`; every code is explained in docs/errors.md. */
  readonly type: string;
  /** What class of problem, plain Chinese; the same for every occurrence. */
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  /** What happened this time and what to do about it, plain Chinese. No personal data, no internals. */
  readonly detail: string;
  /** `urn:gongkai:request:<request id>`: finds the line of the log. */
  readonly instance: string;
  /** Stable for ever; the last part of `type`. */
  readonly code: string;
  /** The fields at fault, by JSON path, header or parameter. */
  readonly errors?: readonly FieldFault[];
  /** Further facts: `caseStatus`, `caseStatusLabel`, `allowedSteps`, `currentRevision`, ... */
  readonly [fact: string]: unknown;
}

/** Media type of a problem. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The URI of an error code. */
export function typeOf(code: string): string {
  return `urn:gongkai:error:${code}`;
}

/** A problem on its way out: the document and the headers that go with it. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}
