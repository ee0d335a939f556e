import { Refused } from '#kernel';
import { CASE_STATUSES, STATUS_LABELS, type Case, type CaseStatus } from './case.js';
import { caseSteps, type StepFacts, type StepName } from './steps.js';

type Cell = '·' | '✓';

/** One cell per status, in the order of CASE_STATUSES. */
type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

/**
 * The life cycle: which step is allowed in which status. The compiler keeps it complete: a step without a line or a line
 * without a cell does not compile. What depends on more than the status (once only, dates, people) is in the step's `check`.
 */
/* prettier-ignore */
const LIFECYCLE: Readonly<Record<StepName, Row>> = {
  //                                未登记 待确认 办理中 待补正 待缴费 待审核 待发出 已办结
  'receive-application':              ['✓', '·', '·', '·', '·', '·', '·', '·'],
  'confirm-receipt':                  ['·', '✓', '·', '·', '·', '·', '·', '·'],
  'request-correction':               ['·', '·', '✓', '·', '·', '·', '·', '·'],
  'record-correction':                ['·', '·', '·', '✓', '·', '·', '·', '·'],
  'record-correction-lapse':          ['·', '·', '·', '✓', '·', '·', '·', '·'],
  'request-reasons':                  ['·', '·', '✓', '·', '·', '·', '·', '·'],
  'conclude-reasons':                 ['·', '·', '✓', '·', '·', '·', '·', '·'],
  'consult-third-party':              ['·', '·', '✓', '·', '·', '·', '·', '·'],
  'consult-agency':                   ['·', '·', '✓', '·', '·', '·', '·', '·'],
  'record-consultation-delivery':     ['·', '·', '✓', '✓', '✓', '✓', '✓', '·'],
  'conclude-consultation':            ['·', '·', '✓', '✓', '✓', '✓', '✓', '·'],
  'extend-deadline':                  ['·', '·', '✓', '·', '·', '✓', '✓', '·'],
  'issue-fee-notice':                 ['·', '·', '✓', '·', '·', '·', '·', '·'],
  'record-fee-notice-delivery':       ['·', '·', '·', '·', '✓', '·', '·', '·'],
  'record-payment':                   ['·', '·', '·', '·', '✓', '·', '·', '·'],
  'record-fee-lapse':                 ['·', '·', '·', '·', '✓', '·', '·', '·'],
  'propose-decision':                 ['·', '·', '✓', '·', '·', '·', '·', '·'],
  'review-decision':                  ['·', '·', '·', '·', '·', '✓', '·', '·'],
  'dispatch-reply':                   ['·', '·', '·', '·', '·', '·', '✓', '·'],
  'record-delivery':                  ['·', '·', '·', '·', '·', '·', '·', '✓'],
  'record-publication':               ['·', '·', '·', '·', '·', '·', '·', '✓'],
  'withdraw-application':             ['·', '✓', '✓', '✓', '✓', '✓', '✓', '·'],
  'merge-application':                ['·', '✓', '✓', '✓', '✓', '✓', '✓', '·'],
  'terminate-application':            ['·', '✓', '✓', '✓', '✓', '✓', '✓', '·'],
  'record-past-result':               ['·', '·', '✓', '✓', '✓', '·', '·', '·'],
  'carry-forward':                    ['·', '·', '✓', '✓', '✓', '✓', '✓', '✓'],
  'file-reconsideration':             ['·', '·', '✓', '✓', '✓', '✓', '✓', '✓'],
  'conclude-reconsideration':         ['·', '·', '✓', '✓', '✓', '✓', '✓', '✓'],
  'file-litigation':                  ['·', '·', '✓', '✓', '✓', '✓', '✓', '✓'],
  'conclude-litigation':              ['·', '·', '✓', '✓', '✓', '✓', '✓', '✓'],
  'dispatch-remedial-reply':          ['·', '·', '·', '·', '·', '·', '·', '✓'],
  'rectify-entry':                    ['·', '✓', '✓', '✓', '✓', '✓', '✓', '✓'],
  'erase-personal-data':              ['·', '·', '·', '·', '·', '·', '·', '✓'],
};

/** Whether the life cycle allows `step` in `status`. */
export function isAllowed(step: StepName, status: CaseStatus): boolean {
  return LIFECYCLE[step][CASE_STATUSES.indexOf(status)] === '✓';
}

/** The steps that the life cycle allows in `status`, in the order of the table. */
export function allowedSteps(status: CaseStatus): StepName[] {
  return (Object.keys(LIFECYCLE) as StepName[]).filter((step) => isAllowed(step, status));
}

/** Steps that nobody takes by hand: the closing of a year carries forward, the import of a register takes over results. */
const NOT_BY_HAND: ReadonlySet<StepName> = new Set<StepName>(['carry-forward', 'record-past-result']);

/** The steps that a person may take now: what is offered, and what a refusal names. What depends on dates or people is not asked. */
export function offeredSteps(state: Case | null): StepName[] {
  const allowed = allowedSteps(statusOf(state)).filter((step) => !NOT_BY_HAND.has(step));
  return state === null ? allowed : allowed.filter((step) => caseStep(step).isPossible?.(state) ?? true);
}

/** Raises `step-not-allowed` (kind refused) with the present status and the steps that may be taken. */
export function assertAllowed(step: StepName, state: Case | null): void {
  const status = statusOf(state);
  if (isAllowed(step, status)) return;
  throw new Refused('step-not-allowed', `案件状态为“${STATUS_LABELS[status]}”，不能办理“${caseStep(step).label}”`, {
    status,
    step,
    allowedSteps: offeredSteps(state),
  });
}

/** Whatever refuses inside `judge`, the refusal leaves with the present status and the steps offered in it (domain.md). */
export function refusingWithStanding<T>(state: Case | null, judge: () => T): T {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof Refused) || error.facts.allowedSteps !== undefined) throw error;
    const facts = { ...error.facts, status: statusOf(state), allowedSteps: offeredSteps(state) };
    throw new Refused(error.code, error.message, facts);
  }
}

function statusOf(state: Case | null): CaseStatus {
  return state?.status ?? 'unregistered';
}

const byName = new Map(caseSteps.map((step) => [step.name, step]));

function caseStep(name: StepName): StepFacts {
  return byName.get(name)!;
}
