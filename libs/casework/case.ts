import type { Instant, LocalDate, Role, SourcePosition } from '#kernel';
import type { ApplicantKind } from './applicant-kinds.js';
import type { Channel } from './receiving-application/channels.js';
import type { Consultation } from './consulting/consultation.js';
import type { Correction } from './requesting-correction/correction.js';
import type { Decision } from './deciding/decision.js';
import type { Extension } from './extending-deadline/extension.js';
import type { FeeNotice } from './charging-fee/fee-notice.js';
import type { OutcomeCode } from './outcomes.js';
import type { ReasonsRequest } from './asking-reasons/reasons.js';
import type { Remedy } from './pursuing-remedy/remedy.js';
import type { Reply } from './dispatching-reply/reply.js';

/**
 * Where a case stands. The life cycle (lifecycle.ts) is a table over these.
 * Consultations, extensions and remedies run beside the status: several may overlap.
 */
export const CASE_STATUSES = [
  'unregistered',
  'awaiting-confirmation',
  'in-progress',
  'awaiting-correction',
  'awaiting-payment',
  'decision-proposed',
  'decision-approved',
  'closed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Plain Chinese for each status, as handlers see it. */
export const STATUS_LABELS: Readonly<Record<CaseStatus, string>> = {
  unregistered: '未登记',
  'awaiting-confirmation': '待双方确认收到',
  'in-progress': '办理中',
  'awaiting-correction': '待补正',
  'awaiting-payment': '待缴费',
  'decision-proposed': '待审核',
  'decision-approved': '待发出',
  closed: '已办结',
};

/** How and when a case ended (statistics.md: the year of `on` is the year of the result). */
export interface Ending {
  readonly on: LocalDate;
  readonly outcome: OutcomeCode;
}

/** The present state of one application, folded from its effective history. Never stored as truth, always recomputable. */
export interface Case {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly agency: string;
  readonly applicantRef: string;
  readonly applicantKind: ApplicantKind;
  readonly status: Exclude<CaseStatus, 'unregistered'>;
  readonly channel: Channel;
  /** The day on which the application reached the office, by whatever channel. */
  readonly arrivedOn: LocalDate;
  /** Receipt date under Art. 31, day 0 of every clock; `null` until both sides have confirmed. */
  readonly receivedOn: LocalDate | null;
  readonly correction: Correction | null;
  readonly reasons: ReasonsRequest | null;
  readonly consultations: readonly Consultation[];
  /** The third parties who were asked, by reference, in the order of the letters. */
  readonly thirdPartyRefs: readonly string[];
  readonly extension: Extension | null;
  readonly fee: FeeNotice | null;
  readonly decision: Decision | null;
  readonly reply: Reply | null;
  readonly ending: Ending | null;
  readonly remedies: readonly Remedy[];
  /** Years into which the closing of the books carried this case. */
  readonly carriedInto: readonly number[];
  /** When it was decided to erase the personal data of everybody in the case. */
  readonly personalDataErasedOn: LocalDate | null;
  /** Persons whose erasure alone was decided, by reference. */
  readonly erasedPersons: readonly string[];
}

/** Who recorded an entry, when, and where it stands in the history. */
export interface Recording {
  /** Revision of the entry in the stream of the case. */
  readonly revision: number;
  readonly actor: string;
  readonly role: Role;
  readonly recordedAt: Instant;
  /** For an entry taken over from an older register: where it stands there. */
  readonly source?: SourcePosition;
  /** In an effective history: when the last rectification of this entry was recorded. */
  readonly amendedAt?: Instant;
  /** In an effective history: a forgotten step, supplied by the rectification that has this revision; its place there, from 1. */
  readonly inserted?: number;
}

/** Ends the case. A case that was never confirmed counts as received on the day it ends (ADR 0004). */
export function endCase(state: Case, ending: Ending): Case {
  return { ...state, status: 'closed', receivedOn: state.receivedOn ?? ending.on, ending };
}
