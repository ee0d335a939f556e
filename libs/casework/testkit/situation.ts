import { calendarOf } from '#calendar';
import type { Case } from '../case.js';
import { currentCase, decide } from '../decide.js';
import { DEFAULT_POLICY, type DecideContext, type RawEntry } from '../step.js';
import type { StepName } from '../steps.js';

/** What a specification may say about the person, the moment and the surroundings of a command. */
export type Circumstances = Partial<Omit<DecideContext, 'history'>>;

/** A case between two commands. */
export interface Situation {
  /** `null` before the registration. */
  readonly state: Case | null;
  readonly history: readonly RawEntry[];
}

/** Before everything. */
export const NOTHING: Situation = { state: null, history: [] };

/** Handler `handler-1` at a late moment, with the shipped calendar and the default policy. */
const DEFAULTS: Omit<DecideContext, 'history' | 'commandId'> = {
  actor: 'handler-1',
  role: 'handler',
  now: '2030-01-01T00:00:00.000Z',
  policy: DEFAULT_POLICY,
  related: null,
  calendar: calendarOf('CN'),
};

/** Sends one command through {@link decide} and answers with what follows. Raises what `decide` raises. */
export function send(
  { state, history }: Situation,
  step: StepName,
  body: unknown,
  { caseId, ...circumstances }: Circumstances & { readonly caseId?: string } = {},
): Situation {
  const context: DecideContext = { ...DEFAULTS, commandId: `command-${history.length}`, ...circumstances, history };
  const command = { step, caseId: state?.caseId ?? caseId ?? 'case-1', agency: 'agency-1', body };
  const { type, data } = decide(command, state, context);
  const { actor, role, now: recordedAt, source } = context;
  const by = { revision: history.length, actor, role, recordedAt, ...(source !== undefined && { source }) };
  const next = [...history, { type, data, by }];
  return { state: currentCase(next), history: next };
}
