import * as fc from 'fast-check';
import { addDays, yearOf, type LocalDate } from '#kernel';
import type { Case } from '../case.js';
import { CHANNELS } from '../receiving-application/channels.js';
import { CONSULTATION_RESULTS } from '../consulting/consultation.js';
import { DISPATCH_MODES } from '../dispatching-reply/reply.js';
import { EVIDENCE_KINDS } from '../deciding/evidence.js';
import { allowedSteps } from '../lifecycle.js';
import { OUTCOME_CODES, REPLY_OUTCOME_CODES } from '../outcomes.js';
import { INSERTABLE_STEPS } from '../rectifying/insertion.js';
import { REMEDY_RESULTS } from '../pursuing-remedy/remedy.js';
import { caseSteps, type StepName } from '../steps.js';
import { pick, type Dice } from './random-dice.js';
import { anyExtras } from './random-extras.js';

export { diceOf, pick, type Dice } from './random-dice.js';

/** A random turn: what the dice say, and how many days after the turn before it happens. */
export interface Turn {
  readonly seed: number;
  readonly gap: number;
}

/** Turns of one case, shrinking to few. */
export const turns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.record({ seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }), gap: fc.oneof(fc.nat(9), fc.nat(60)) }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

/** A step to try: mostly one that the life cycle allows, so that histories get long; sometimes any. */
export function anyStep(state: Case | null, dice: Dice): StepName {
  const all = caseSteps.map(({ name }) => name);
  const step = pick(dice, dice(8) === 0 ? all : allowedSteps(state?.status ?? 'unregistered'));
  return EARLY_ENDS.includes(step) && dice(8) > 0 ? anyStep(state, dice) : step;
}

/** Open nearly everywhere, these would end most cases before they became interesting. */
const EARLY_ENDS: readonly StepName[] = [
  'withdraw-application',
  'merge-application',
  'terminate-application',
  'record-past-result',
];

/** A well-formed body for the step: dates, ids and results at random, so that the rules of the steps accept some and refuse others. */
export function anyBody(step: StepName, state: Case | null, on: LocalDate, dice: Dice): object {
  const details = { on: dice(8) === 0 ? addDays(on, -dice(40)) : on, ...DETAILS[step](state, dice, on) };
  return { ...details, ...anyExtras(step, on, dice) };
}

const document = { number: '文〔2024〕1号' };
const none = () => ({});

const DETAILS: Readonly<Record<StepName, (state: Case | null, dice: Dice, on: LocalDate) => object>> = {
  'receive-application': (_state, dice) => ({
    channel: pick(dice, CHANNELS),
    applicantRef: 'applicant-1',
    applicantKind: 'natural-person',
  }),
  'confirm-receipt': none,
  'request-correction': (_state, dice, on) => ({ items: ['description'], correctBy: addDays(on, dice(20)) }),
  'record-correction': (_state, dice) => (dice(2) === 0 ? { goodReason: true } : {}),
  'record-correction-lapse': () => ({ noGoodReason: true }),
  'request-reasons': none,
  'conclude-reasons': (_state, dice) => ({ result: pick(dice, ['accepted', 'rejected']) }),
  'consult-third-party': (_state, dice) => ({ partyRef: 'party-1', consultationId: `c-${dice(3)}` }),
  'consult-agency': (_state, dice) => ({
    consultedAgency: 'agency-2',
    basis: 'co-producer',
    consultationId: `c-${dice(3)}`,
  }),
  'record-consultation-delivery': (_state, dice) => ({ consultationId: `c-${dice(3)}` }),
  'conclude-consultation': (_state, dice) => ({
    consultationId: `c-${dice(3)}`,
    result: pick(dice, CONSULTATION_RESULTS),
  }),
  'extend-deadline': (_state, dice) => ({ workingDays: 1 + dice(20), approvedBy: 'head-1' }),
  'issue-fee-notice': (_state, dice) =>
    dice(4) === 0
      ? { method: 'per-piece', pieces: 1 + dice(20), priorPiecesThisMonth: dice(30) }
      : { method: 'per-page', pages: 20 + dice(300) },
  'record-fee-notice-delivery': none,
  'record-payment': (state, dice) => ({ amountFen: dice(5) === 0 ? 1 : (state?.fee?.amountFen ?? 0) }),
  'record-fee-lapse': none,
  'propose-decision': (_state, dice, on) => ({
    outcome: pick(dice, REPLY_OUTCOME_CODES),
    otherGrounds: dice(3) === 0 ? [pick(dice, REPLY_OUTCOME_CODES)] : [],
    evidence: dice(2) === 0 ? EVIDENCE_KINDS.map((kind) => ({ kind, document })) : [],
    ...(dice(2) === 0 && {
      facts: {
        earlierReply: { documentNumber: '答〔2020〕1号', repliedOn: addDays(on, -400) },
        lawNames: ['《统计法》'],
        classification: { level: 'secret' },
        responsibleAgency: { known: false },
      },
    }),
  }),
  'review-decision': (_state, dice) =>
    dice(3) === 0 ? { result: 'returned', returnReasons: ['evidence'] } : { result: 'approved' },
  'dispatch-reply': (_state, dice) => ({ mode: pick(dice, DISPATCH_MODES), document }),
  'record-delivery': none,
  'record-publication': none,
  'withdraw-application': () => ({ written: true, identityChecked: true }),
  'merge-application': () => ({ intoCaseId: 'case-0' }),
  'terminate-application': (_state, dice) => ({
    reason: pick(dice, ['applicant-deceased', 'unreachable']),
    document,
  }),
  'record-past-result': (_state, dice) => ({ outcome: pick(dice, OUTCOME_CODES) }),
  'carry-forward': (_state, dice, on) => {
    const fromYear = yearOf(on) - 1 - dice(2);
    return { on: `${fromYear}-12-31`, fromYear, intoYear: fromYear + 1 };
  },
  'file-reconsideration': (_state, dice) => ({ remedyId: `r-${dice(2)}` }),
  'conclude-reconsideration': (_state, dice) => ({ remedyId: `r-${dice(2)}`, result: pick(dice, REMEDY_RESULTS) }),
  'file-litigation': (_state, dice) => ({
    remedyId: `r-${dice(2)}`,
    ...(dice(2) === 0 && { afterReconsideration: pick(dice, [true, `r-${dice(2)}`]) }),
  }),
  'conclude-litigation': (_state, dice) => ({ remedyId: `r-${dice(2)}`, result: pick(dice, REMEDY_RESULTS) }),
  'dispatch-remedial-reply': (_state, dice) => ({
    remedyId: `r-${dice(2)}`,
    document,
    ...(dice(2) === 0 && { outcome: pick(dice, REPLY_OUTCOME_CODES) }),
  }),
  'rectify-entry': (state, dice, on) => ({
    revision: dice(8),
    action: pick(dice, [
      insertion(state, dice, on),
      { kind: 'void' },
      { kind: 'void', also: [dice(8)] },
      { kind: 'correct', fields: { on: addDays(on, -dice(30)) } },
      { kind: 'correct', fields: { outcome: pick(dice, REPLY_OUTCOME_CODES) } },
    ]),
    reason: 'typing-error',
    approvedBy: 'head-2',
  }),
  'erase-personal-data': (_state, dice, on) => ({ retentionEndedOn: addDays(on, -dice(40)), approvedBy: 'head-2' }),
};

/** Supplies a step, now and then with its answer. */
function insertion(state: Case | null, dice: Dice, on: LocalDate): object {
  const step = pick(dice, INSERTABLE_STEPS);
  const steps = [step, ...(dice(3) === 0 ? [INSERTABLE_STEPS[INSERTABLE_STEPS.indexOf(step) + 1] ?? step] : [])];
  return {
    kind: 'insert',
    steps: steps.map((name) => ({ step: name, body: anyBody(name, state, addDays(on, -dice(60)), dice) })),
  };
}
