import { validate } from '#kernel';
import type { Case, Recording } from './case.js';
import { foldCase, type CaseEntry } from './history.js';
import { assertLegal } from './legality.js';
import { assertAmendedLegal } from './rectifying/assert-amended-legal.js';
import { effectiveHistory } from './rectifying/effective-history.js';
import { rectifyEntry } from './rectifying/rectify-entry.js';
import { settleInsertion } from './rectifying/settle-insertion.js';
import { receiveApplication } from './receiving-application/receive-application.js';
import { assertAllowed, refusingWithStanding } from './lifecycle.js';
import type { DecideContext, RawEntry } from './step.js';
import { stepOfName, type CaseEvent, type StepName } from './steps.js';

/** A command to a case as it comes from outside: the body is not yet validated. */
export interface CaseCommand {
  readonly step: StepName;
  readonly caseId: string;
  readonly agency: string;
  readonly body: unknown;
}

/**
 * Decides a command: validates the body, builds the event, and judges it by life cycle, dates and the rules of its step.
 * Pure. Raises `InvalidInput` (schema), `RuleBroken` (rule) or `Refused` (state; with status and allowed steps).
 * `state` is the fold of the effective history, `null` for a case that does not exist yet.
 */
export function decide(command: CaseCommand, state: Case | null, context: DecideContext): CaseEvent {
  return refusingWithStanding(state, () => decideAndJudge(command, state, context));
}

function decideAndJudge(command: CaseCommand, state: Case | null, context: DecideContext): CaseEvent {
  const built = build(command, state, context);
  const by: Recording = {
    revision: context.history.length,
    actor: context.actor,
    role: context.role,
    recordedAt: context.now,
    ...(context.source !== undefined && { source: context.source }),
  };
  const event =
    built.type === rectifyEntry.event.type ? { ...built, data: settleInsertion(built.data, by, context) } : built;
  assertLegal(state, { ...event, by }, context);
  if (event.type === rectifyEntry.event.type) assertAmendedLegal([...context.history, { ...event, by }], context);
  return event;
}

function build(command: CaseCommand, state: Case | null, context: DecideContext): CaseEvent {
  if (command.step === receiveApplication.name) {
    const body = validate(receiveApplication.body, command.body);
    return { type: receiveApplication.event.type, data: receiveApplication.decide(command, body, context) };
  }
  const step = stepOfName(command.step);
  const body = validate(step.body, command.body);
  assertAllowed(step.name, state);
  if (state === null) throw new TypeError('unreachable: the life cycle lets only the registration pass without a case');
  return { type: step.event.type, data: step.decide(state, body, context) } as CaseEvent;
}

/** The state that a raw history leads to, rectifications applied; `null` for an empty one. */
export function currentCase(history: readonly RawEntry[]): Case | null {
  return foldCase(effectiveHistory(history) as CaseEntry[]);
}
