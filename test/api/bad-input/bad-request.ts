import { APPLICATION } from '../support/bodies.js';

/** Who sends: each has a token of its own, but for `nobody`. */
export type Sender =
  'handler' | 'reviewer' | 'head' | 'operator' | 'auditor' | 'neighbour' | 'expired' | 'revoked' | 'nobody';

/** One request that must be refused, and how. */
export interface BadRequest {
  readonly name: string;
  readonly from?: Sender;
  readonly method?: string;
  readonly path: string;
  /** `undefined` leaves a header of a proper command out. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Sent as it is when text or bytes, as JSON otherwise. */
  readonly body?: unknown;
  readonly status: number;
  readonly code: string;
  /** The field that the problem must name. */
  readonly at?: string;
}

/** Where most bad bodies go: the registration of an application. */
export const RECEIVE = '/agencies/songzhuang/cases';

/** A registration with something wrong in it. */
export function application(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...APPLICATION, ...changes };
}
