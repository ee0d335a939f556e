import { addDays, type LocalDate } from '#kernel';
import { OUTCOME_CODES, REMEDY_RESULTS, REPLY_OUTCOME_CODES, type Case, type StepName } from '#casework';

type Body = Readonly<Record<string, unknown>>;

/** What a random body may be made from: the case, the date, and a number from the generator. */
export interface Draw {
  readonly state: Case;
  readonly on: LocalDate;
  readonly nth: number;
  /** Length of the history so far. */
  readonly entries: number;
}

const hash = 'a'.repeat(64);
const document = { number: '公开〔2024〕1号', sha256: hash };
const pick = <T>(list: readonly T[], nth: number): T | undefined => list[nth % Math.max(1, list.length)];
const remedyId = ({ state, nth }: Draw) => pick(state.remedies, nth)?.remedyId ?? 'none';
const consultationId = ({ state, nth }: Draw) => pick(state.consultations, nth)?.consultationId ?? 'none';
const concluded = (draw: Draw): Body => ({
  on: draw.on,
  remedyId: remedyId(draw),
  result: pick(REMEDY_RESULTS, draw.nth),
});
const dated = ({ on }: Draw): Body => ({ on });

/** A body for every step but the registration. Most are legal in the right place; the rest is refused and drawn again. */
export const STEP_BODIES: Readonly<Record<Exclude<StepName, 'receive-application'>, (draw: Draw) => Body>> = {
  'confirm-receipt': dated,
  'request-correction': ({ on }) => ({ on, items: ['contact'], correctBy: addDays(on, 15) }),
  'record-correction': dated,
  'record-correction-lapse': ({ on }) => ({ on, noGoodReason: true }),
  'request-reasons': dated,
  'conclude-reasons': ({ on, nth }) => ({ on, result: nth % 2 ? 'accepted' : 'rejected' }),
  'consult-third-party': ({ on }) => ({ on, partyRef: 'party-1' }),
  'consult-agency': ({ on }) => ({ on, consultedAgency: 'agency-2', basis: 'co-producer' }),
  'record-consultation-delivery': (draw) => ({ on: draw.on, consultationId: consultationId(draw) }),
  'conclude-consultation': (draw) => ({ on: draw.on, consultationId: consultationId(draw), result: 'objects' }),
  'extend-deadline': ({ on }) => ({ on, workingDays: 20, approvedBy: 'head-1' }),
  'issue-fee-notice': ({ on }) => ({ on, method: 'per-page', pages: 250 }),
  'record-fee-notice-delivery': dated,
  'record-payment': ({ on, state }) => ({ on, amountFen: state.fee?.amountFen ?? 0 }),
  'record-fee-lapse': dated,
  'propose-decision': ({ on, nth }) => ({
    on,
    outcome: pick(REPLY_OUTCOME_CODES, nth),
    otherGrounds:
      nth % 3 === 0 && pick(REPLY_OUTCOME_CODES, nth) === 'partially_granted' ? ['refused_internal_affairs'] : [],
    evidence: ['search-record', 'adverse-effect', 'reasons'].map((kind) => ({ kind, document })),
    facts: {
      lawNames: ['《统计法》'],
      classification: { level: 'secret' },
      responsibleAgency: { known: false },
      earlierReply: { documentNumber: '公开〔2020〕1号', repliedOn: '2020-01-02' },
    },
  }),
  'review-decision': ({ on, nth }) =>
    nth % 4 ? { on, result: 'approved' } : { on, result: 'returned', returnReasons: ['grounds'] },
  'dispatch-reply': ({ on }) => ({ on, mode: 'post', document }),
  'record-delivery': dated,
  'record-publication': dated,
  'withdraw-application': ({ on }) => ({ on, written: true, identityChecked: true }),
  'merge-application': ({ on }) => ({ on, intoCaseId: 'case-0' }),
  'terminate-application': ({ on }) => ({ on, reason: 'applicant-deceased', document }),
  'record-past-result': ({ on, nth }) => ({ on, outcome: pick(OUTCOME_CODES, nth) }),
  'carry-forward': ({ on }) => {
    const year = Number(on.slice(0, 4)) - 1;
    return { on: `${String(year)}-12-31`, fromYear: year, intoYear: year + 1 };
  },
  'file-reconsideration': dated,
  'conclude-reconsideration': concluded,
  'file-litigation': ({ on, nth }) => ({
    on,
    ...(nth % 2 && { afterReconsideration: true }),
    ...(nth % 5 === 0 && { notCounted: 'co-defendant' }),
  }),
  'conclude-litigation': concluded,
  'dispatch-remedial-reply': (draw) => ({
    on: draw.on,
    remedyId: remedyId(draw),
    document,
    ...(draw.nth % 4 && { outcome: pick(REPLY_OUTCOME_CODES, draw.nth) }),
  }),
  'rectify-entry': ({ on, nth, entries }) => ({
    on,
    revision: nth % entries,
    action: rectification(on, nth),
    reason: 'typing-error',
    approvedBy: 'head-1',
  }),
  'erase-personal-data': ({ on }) => ({ on, retentionEndedOn: on, approvedBy: 'head-1' }),
};

/** Strikes an entry, moves it by some days, gives it another outcome, applicant kind or result, or supplies a forgotten step. */
function rectification(on: LocalDate, nth: number): Body {
  if (nth % 7 === 0) {
    const step = pick(['confirm-receipt', 'file-reconsideration', 'file-litigation'], nth);
    return { kind: 'insert', steps: [{ step, body: { on: addDays(on, -(nth % 400)) } }] };
  }
  if (nth % 5 === 0) return { kind: 'void' };
  const fields = [
    { on: addDays(on, -(nth % 400)) },
    { on: addDays(on, -(nth % 400)), receivedOn: addDays(on, -(nth % 400)) },
    { outcome: pick(REPLY_OUTCOME_CODES, nth) },
    { applicantKind: 'research-institution' },
    { result: 'other' },
  ];
  return { kind: 'correct', fields: pick(fields, nth) };
}
