import { validate } from '#kernel';
import type { Case, Recording } from '../case.js';
import { evolve, foldCase, type CaseEntry } from '../history.js';
import { assertLegal } from '../legality.js';
import { assertAllowed } from '../lifecycle.js';
import type { DecideContext, RawEntry } from '../step.js';
import { stepOfName } from '../steps.js';
import { blaming } from './blaming.js';
import { effectiveEntries, ENTRY_RECTIFIED } from './effective-history.js';
import type { Insertion } from './insertion.js';
import { assertOneAtATime } from './one-at-a-time.js';
import type { RectificationData } from './rectify-entry.js';

/**
 * Turns the bodies of the steps that a rectification supplies into payloads, each decided by its own step in the state at its
 * place. Raises `already-rectified`, `invalid-input` with the path of the field, or what the step raises, with `step` and its place among the steps.
 */
export function settleInsertion(data: RectificationData, by: Recording, context: DecideContext): RectificationData {
  const { action } = data;
  if (action.kind !== 'insert') return data;
  const amended = [...context.history, { type: ENTRY_RECTIFIED, data, by }];
  assertOneAtATime(context.history, amended);
  let state = stateAtPlace(amended, by.revision);
  const steps = action.steps.map((supplied, index) => {
    const path = `body.action.steps[${index}]`;
    const step = stepOfName(supplied.step);
    const message = `补记的第 ${index + 1} 个步骤（${step.label}）不合法`;
    const body = validate(step.body, supplied.body, `${path}.body`);
    const settled = blaming({ path, message, facts: { step: supplied.step, index } }, () =>
      takeStep(state, { ...supplied, body }, { ...by, inserted: index + 1 }, contextOf(context, index)),
    );
    state = settled.state;
    return { step: supplied.step, body: settled.payload };
  });
  return { ...data, action: { ...action, steps } };
}

function takeStep(
  state: Case,
  { step: name, body }: { readonly step: Insertion['steps'][number]['step']; readonly body: unknown },
  by: Recording,
  context: DecideContext,
): { readonly state: Case; readonly payload: Record<string, unknown> } {
  const step = stepOfName(name);
  assertAllowed(name, state);
  const payload = step.decide(state, body, context) as Record<string, unknown>;
  const entry = { type: step.event.type, data: payload, by } as unknown as CaseEntry;
  assertLegal(state, entry, context);
  return { state: evolve(state, entry), payload };
}

/** The state directly before the first step that the last entry of the history supplies. */
function stateAtPlace(history: readonly RawEntry[], revision: number): Case {
  const entries = effectiveEntries(history);
  const place = entries.findIndex(({ by }) => by.revision === revision);
  const state = foldCase(entries.slice(0, place).filter(({ type }) => type !== ENTRY_RECTIFIED) as CaseEntry[]);
  if (state === null) throw new TypeError('unreachable: whatever a rectification names stands behind the registration');
  return state;
}

/** Ids derived from the command differ from step to step. */
function contextOf(context: DecideContext, index: number): DecideContext {
  return { ...context, related: null, commandId: index === 0 ? context.commandId : `${context.commandId}/${index}` };
}
