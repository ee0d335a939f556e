import { Refused, RuleBroken } from '#kernel';
import type { Case } from '../case.js';
import type { Remedy } from './remedy.js';

/** The remedy with this id. Raises `remedy-unknown` (kind invalid). */
export function remedyOf({ remedies }: Case, remedyId: string, path = 'body.remedyId'): Remedy {
  const remedy = remedies.find((one) => one.remedyId === remedyId);
  if (remedy) return remedy;
  throw new RuleBroken('remedy-unknown', path, `本件没有编号为 ${remedyId} 的复议或诉讼`);
}

/** Refuses with `remedy-already-filed` when the id is taken. */
export function assertNewRemedy({ remedies }: Case, remedyId: string): void {
  if (remedies.some((one) => one.remedyId === remedyId)) {
    throw new Refused('remedy-already-filed', `编号 ${remedyId} 的复议或诉讼已登记`, { remedyId });
  }
}

/** Refuses with `remedy-already-concluded`. */
export function assertPending({ concludedOn }: Remedy): void {
  if (concludedOn !== null) throw new Refused('remedy-already-concluded', `该案已于 ${concludedOn} 审结`);
}

/** The case with one remedy changed; unchanged when there is no such remedy. */
export function changeRemedy(state: Case, remedyId: string, change: Partial<Remedy>): Case {
  return {
    ...state,
    remedies: state.remedies.map((one) => (one.remedyId === remedyId ? { ...one, ...change } : one)),
  };
}
