import fc from 'fast-check';
import { addDays, fromDayNumber, dayNumber, GongkaiError, type LocalDate } from '#kernel';
import type { Case } from '../case.js';
import { isAllowed } from '../lifecycle.js';
import { NOTHING, send, type Situation } from '../testkit/situation.js';
import { DEFAULT_POLICY } from '../step.js';
import type { StepName } from '../steps.js';
import { CHANNELS } from '../receiving-application/channels.js';
import { CONSULTATION_RESULTS } from '../consulting/consultation.js';

/** One try at a step: `gap` calendar days after the latest fact, or `back` days earlier for facts entered late. */
interface Attempt {
  /** Which of the steps that are worth a try. */
  readonly pick: number;
  readonly gap: number;
  readonly back: number;
  /** Free choice: a length, an index, an option. */
  readonly n: number;
}

/** Told of every try: the situation before it, its date, and the error code where it was refused. */
export type Witness = (before: Situation, step: StepName, on: LocalDate, refusal: string | undefined) => void;

const CIRCUMSTANCES = {
  now: '2060-01-01T00:00:00.000Z',
  policy: { ...DEFAULT_POLICY, reviewRequired: false },
} as const;

/** Steps that bear upon the clock, the likelier the more often they stand here. */
const STEPS = [
  ...repeated(6, 'confirm-receipt', 'record-correction', 'record-payment'),
  ...repeated(5, 'record-consultation-delivery', 'conclude-consultation'),
  ...repeated(3, 'conclude-reasons', 'dispatch-reply'),
  ...repeated(2, 'consult-third-party', 'extend-deadline'),
  ...repeated(
    1,
    'consult-agency',
    'request-reasons',
    'request-correction',
    'issue-fee-notice',
    'record-fee-notice-delivery',
    'propose-decision',
  ),
];

function repeated(times: number, ...steps: StepName[]): StepName[] {
  return Array.from({ length: times }, () => steps).flat();
}

/** Whether the life cycle allows the step and it finds something to work on. Dates and people may still be wrong. */
function worthATry(step: StepName, { status, consultations, reasons, extension }: Case): boolean {
  if (!isAllowed(step, status)) return false;
  if (step === 'record-consultation-delivery' || step === 'conclude-consultation') {
    return openLetters(step, consultations).length > 0;
  }
  if (step === 'conclude-reasons') return reasons?.result === 'pending';
  return step !== 'extend-deadline' || extension === null;
}

/** Letters that the step may be about. */
function openLetters(step: StepName, consultations: Case['consultations']): Case['consultations'] {
  const delivery = step === 'record-consultation-delivery';
  return consultations.filter(({ deliveredOn, endedOn }) => endedOn === null && !(delivery && deliveredOn !== null));
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  pick: fc.nat(9999),
  gap: fc.oneof({ weight: 4, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(40) }),
  back: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(15) }),
  n: fc.nat(59),
});

const FIRST = dayNumber('2008-05-01');
const LAST = dayNumber('2028-12-31');

/** A registration by any channel between 2008 and 2028 and tries at up to 24 steps. */
export const randomScript = fc.record({
  arrivedOn: fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber),
  channel: fc.constantFrom(...CHANNELS),
  attempts: fc.array(attempt, { maxLength: 24, size: 'max' }),
});

/** Plays a script by the rules of casework; what they refuse is left out. */
export function play({ arrivedOn, channel, attempts }: RandomScript, witness: Witness = () => {}): Situation {
  const registration = { on: arrivedOn, channel, applicantRef: 'applicant-1', applicantKind: 'natural-person' };
  let situation = send(NOTHING, 'receive-application', registration, CIRCUMSTANCES);
  let latest = arrivedOn;
  for (const { pick, gap, back, n } of attempts) {
    const choice = STEPS.filter((step) => worthATry(step, situation.state!));
    const step = choice[pick % choice.length];
    if (step === undefined) break;
    const on = addDays(latest, gap - back);
    let refusal: string | undefined;
    const before = situation;
    try {
      situation = send(situation, step, bodyOf(before, step, on, n), CIRCUMSTANCES);
      if (on > latest) latest = on;
    } catch (error) {
      if (!(error instanceof GongkaiError)) throw error;
      refusal = error.code;
    }
    witness(before, step, on, refusal);
  }
  return situation;
}

/** What {@link play} plays. */
export type RandomScript = typeof randomScript extends fc.Arbitrary<infer Script> ? Script : never;

function bodyOf({ state, history }: Situation, step: StepName, on: LocalDate, n: number): object {
  const open = openLetters(step, state!.consultations);
  const consultationId = open[n % open.length]?.consultationId;
  switch (step) {
    case 'request-correction':
      return { on, items: ['description'], correctBy: addDays(on, 1 + n) };
    case 'record-correction':
      return { on, goodReason: true };
    case 'conclude-reasons':
      return n < 12 ? { on, result: 'rejected' } : { on, result: 'accepted', delayedReplyOn: addDays(on, 2 * n) };
    case 'consult-third-party':
      return { on, partyRef: 'party-1', consultationId: `c${history.length}` };
    case 'consult-agency':
      return { on, consultedAgency: 'agency-2', basis: 'co-producer', consultationId: `c${history.length}` };
    case 'record-consultation-delivery':
      return { on, consultationId };
    case 'conclude-consultation':
      return { on, consultationId, result: CONSULTATION_RESULTS[n % CONSULTATION_RESULTS.length] };
    case 'extend-deadline':
      return { on, workingDays: 1 + (n % 20), approvedBy: 'head-1' };
    case 'issue-fee-notice':
      return { on, method: 'per-page', pages: 31 + n };
    case 'record-payment':
      return { on, amountFen: state!.fee!.amountFen };
    case 'propose-decision':
      return { on, outcome: 'granted_provided' };
    case 'dispatch-reply':
      return { on, mode: 'post', document: { number: '文号〔2024〕1号' } };
    default:
      return { on };
  }
}
