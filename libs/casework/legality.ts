import { localDateOf, Refused, RuleBroken, type Instant, type LocalDate } from '#kernel';
import type { Case } from './case.js';
import { carryForward } from './carrying-forward/carry-forward.js';
import { evolve, type CaseEntry } from './history.js';
import { assertAllowed } from './lifecycle.js';
import { notBefore } from './rules.js';
import type { StepContext } from './step.js';
import { receiveApplication } from './receiving-application/receive-application.js';
import { stepOfEvent } from './steps.js';

/**
 * Judges one entry against the state before it: life cycle, then dates, then the rules of its step.
 * Used for a new entry and for every entry of a rectified history alike. Raises `Refused` or `RuleBroken`.
 */
export function assertLegal(state: Case | null, entry: CaseEntry, context: StepContext): void {
  notInFuture(entry.data.on, entry.by.amendedAt ?? entry.by.recordedAt);
  if (entry.type === receiveApplication.event.type) {
    assertIdFree(state);
    return receiveApplication.check(entry.data);
  }
  const step = stepOfEvent(entry.type);
  assertAllowed(step.name, state);
  if (state === null) throw new TypeError('unreachable: the life cycle lets only the registration pass without a case');
  // The statement of a closing stands as made, even where a rectified arrival shows that it had no ground: that is drift.
  if (entry.type !== carryForward.event.type) notBefore(entry.data.on, state.arrivedOn, '申请到达之日');
  step.check(state, entry.data, entry.by, context);
}

/** Judges a whole effective history from beginning to end and answers with the state it leads to. */
export function assertLegalHistory(history: readonly CaseEntry[], context: StepContext): Case | null {
  return history.reduce<Case | null>((state, entry) => {
    assertLegal(state, entry, context);
    return evolve(state, entry);
  }, null);
}

/** A registration makes a case: it finds none. Raises `case-id-in-use`, not that the other case does not allow the step. */
function assertIdFree(state: Case | null): void {
  if (state === null) return;
  throw new Refused('case-id-in-use', `案件编号 ${state.caseId} 已被使用，请换用新编号`, { caseId: state.caseId });
}

/** A fact may be entered late, never before it happened (domain.md, two time axes). */
export function notInFuture(on: LocalDate, now: Instant): void {
  const today = localDateOf(now);
  if (on > today)
    throw new RuleBroken('date-in-future', 'body.on', `日期 ${on} 晚于今日（${today}）`, { date: on, today });
}
