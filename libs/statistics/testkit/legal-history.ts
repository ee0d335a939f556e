import fc from 'fast-check';
import { calendarOf } from '#calendar';
import {
  allowedSteps,
  APPLICANT_KINDS,
  CHANNELS,
  currentCase,
  decide,
  DEFAULT_POLICY,
  type Case,
  type DecideContext,
  type RawEntry,
  type StepName,
} from '#casework';
import { addDays, GongkaiError, type LocalDate } from '#kernel';
import { SOURCE } from '../../casework/testkit/source.js';
import { STEP_BODIES } from './step-bodies.js';

const move = fc.record({ step: fc.nat(1_000), nth: fc.nat(1_000), days: fc.nat(60) });

/** Raw histories of one case as the rules of casework allow them, with steps of every kind, over two to five years. */
export const legalHistory: fc.Arbitrary<readonly RawEntry[]> = fc
  .record({
    start: fc.nat(700),
    channel: fc.constantFrom(...CHANNELS),
    applicantKind: fc.constantFrom(...APPLICANT_KINDS),
    moves: fc.array(move, { minLength: 3, maxLength: 40 }),
  })
  .map(({ start, channel, applicantKind, moves }) => {
    let on: LocalDate = addDays('2021-06-01', start);
    let history = append([], 'receive-application', { on, channel, applicantRef: 'applicant-1', applicantKind });
    for (const { step, nth, days } of moves) {
      const state = currentCase(history);
      if (state === null) throw new TypeError('a received application is a case');
      const name = chosen(state, step);
      if (days > 20) on = addDays(on, days);
      const body = STEP_BODIES[name]({ state, on, nth, entries: history.length });
      history = unlessRefused(history, () => append(history, name, body));
    }
    return history;
  });

/** Ends come late: a walk that could end a case at every step would hardly see any other step. */
function chosen(state: Case, nth: number): Exclude<StepName, 'receive-application'> {
  const further = allowedSteps(state.status).filter((name) => name !== 'receive-application');
  const rare = [
    'withdraw-application',
    'merge-application',
    'terminate-application',
    'record-past-result',
    'erase-personal-data',
  ];
  const usual = further.filter((name) => !rare.includes(name));
  const list = nth % 10 === 0 || usual.length === 0 ? further : usual;
  const name = list[Math.floor(nth / 10) % list.length];
  if (name === undefined) throw new TypeError(`no step is allowed in ${state.status}`);
  return name;
}

function append(history: readonly RawEntry[], step: StepName, body: unknown): readonly RawEntry[] {
  const context: DecideContext = {
    commandId: `command-${String(history.length)}`,
    source: SOURCE,
    actor: step === 'review-decision' ? 'reviewer-1' : 'handler-1',
    role: 'handler',
    now: '2035-01-01T00:00:00.000Z',
    policy: DEFAULT_POLICY,
    related: null,
    calendar: calendarOf('CN'),
    history,
  };
  const event = decide({ step, caseId: 'case-1', agency: 'agency-1', body }, currentCase(history), context);
  const { actor, role, now: recordedAt } = context;
  const by = { revision: history.length, actor, role, recordedAt, source: SOURCE };
  return [...history, { ...event, by }];
}

function unlessRefused<T>(otherwise: T, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof GongkaiError) return otherwise;
    throw error;
  }
}
