import type { EventDefinition, EventOf } from '#kernel';
import type { CaseStep } from './step.js';
import { receiveApplication } from './receiving-application/receive-application.js';
import { confirmReceipt } from './receiving-application/confirm-receipt.js';
import { requestCorrection } from './requesting-correction/request-correction.js';
import { recordCorrection } from './requesting-correction/record-correction.js';
import { recordCorrectionLapse } from './requesting-correction/record-correction-lapse.js';
import { requestReasons } from './asking-reasons/request-reasons.js';
import { concludeReasons } from './asking-reasons/conclude-reasons.js';
import { consultThirdParty } from './consulting/consult-third-party.js';
import { consultAgency } from './consulting/consult-agency.js';
import { recordConsultationDelivery } from './consulting/record-consultation-delivery.js';
import { concludeConsultation } from './consulting/conclude-consultation.js';
import { extendDeadline } from './extending-deadline/extend-deadline.js';
import { issueFeeNotice } from './charging-fee/issue-fee-notice.js';
import { recordFeeNoticeDelivery } from './charging-fee/record-fee-notice-delivery.js';
import { recordPayment } from './charging-fee/record-payment.js';
import { recordFeeLapse } from './charging-fee/record-fee-lapse.js';
import { proposeDecision } from './deciding/propose-decision.js';
import { reviewDecision } from './deciding/review-decision.js';
import { dispatchReply } from './dispatching-reply/dispatch-reply.js';
import { recordDelivery } from './dispatching-reply/record-delivery.js';
import { recordPublication } from './dispatching-reply/record-publication.js';
import { recordPastResult } from './taking-over/record-past-result.js';
import { withdrawApplication } from './withdrawing/withdraw-application.js';
import { mergeApplication } from './merging/merge-application.js';
import { terminateApplication } from './terminating/terminate-application.js';
import { carryForward } from './carrying-forward/carry-forward.js';
import { fileReconsideration } from './pursuing-remedy/file-reconsideration.js';
import { concludeReconsideration } from './pursuing-remedy/conclude-reconsideration.js';
import { fileLitigation } from './pursuing-remedy/file-litigation.js';
import { concludeLitigation } from './pursuing-remedy/conclude-litigation.js';
import { dispatchRemedialReply } from './pursuing-remedy/dispatch-remedial-reply.js';
import { rectifyEntry } from './rectifying/rectify-entry.js';
import { erasePersonalData } from './erasing-personal-data/erase-personal-data.js';

/** Every step after registration, in the order in which a case usually meets them. */
const furtherSteps = [
  confirmReceipt,
  requestCorrection,
  recordCorrection,
  recordCorrectionLapse,
  requestReasons,
  concludeReasons,
  consultThirdParty,
  consultAgency,
  recordConsultationDelivery,
  concludeConsultation,
  extendDeadline,
  issueFeeNotice,
  recordFeeNoticeDelivery,
  recordPayment,
  recordFeeLapse,
  proposeDecision,
  reviewDecision,
  dispatchReply,
  recordDelivery,
  recordPublication,
  withdrawApplication,
  mergeApplication,
  terminateApplication,
  recordPastResult,
  carryForward,
  fileReconsideration,
  concludeReconsideration,
  fileLitigation,
  concludeLitigation,
  dispatchRemedialReply,
  rectifyEntry,
  erasePersonalData,
] as const;

type FurtherStep = (typeof furtherSteps)[number];

/** Names of all steps: commands, routes, lines of the life cycle. */
export type StepName = typeof receiveApplication.name | FurtherStep['name'];

/** Every event that can stand in the history of a case. */
export type CaseEvent = EventOf<typeof receiveApplication.event | FurtherStep['event']>;

/** What is the same for all steps, the first one included. */
export type StepFacts = Pick<
  CaseStep<StepName>,
  'name' | 'label' | 'article' | 'roles' | 'commutes' | 'body' | 'event' | 'isPossible' | 'tell'
>;

/** All steps, the registration first. Routes, the life-cycle diagram and the command reference are made from this list. */
export const caseSteps: readonly StepFacts[] = [receiveApplication, ...furtherSteps];

/** Only the closing of a year carries cases forward; only the import of a register takes over past results. */
const NOT_BY_HAND: readonly StepName[] = [carryForward.name, recordPastResult.name];

/** The steps that people take, one at a time: routes, lines of scenario files, what a refusal offers. */
export const stepsByHand: readonly StepFacts[] = caseSteps.filter(({ name }) => !NOT_BY_HAND.includes(name));

/** All event types of casework, for the registry. */
export const caseEvents: readonly EventDefinition[] = caseSteps.map((step) => step.event);

const byName = new Map<string, CaseStep<StepName>>(furtherSteps.map((step) => [step.name, step as CaseStep<StepName>]));
const byEvent = new Map<string, CaseStep<StepName>>(
  furtherSteps.map((step) => [step.event.type, step as CaseStep<StepName>]),
);

/** The step with this name, other than the registration. */
export function stepOfName(name: Exclude<StepName, typeof receiveApplication.name>): CaseStep<StepName> {
  return must(byName.get(name), name);
}

/** The step that records events of this type, other than the registration. */
export function stepOfEvent(type: string): CaseStep<StepName> {
  return must(byEvent.get(type), type);
}

function must<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new TypeError(`not a step of casework: ${what}`);
  return found;
}
