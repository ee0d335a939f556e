import { RuleBroken, type LocalDate } from '#kernel';
import type { Case } from '../case.js';
import type { Precondition } from '../outcomes.js';
import type { EvidenceKind } from './evidence.js';
import type { GroundFacts } from './grounds.js';

/** The part of a proposed decision that the preconditions read. */
export interface Proposal {
  readonly otherGrounds: readonly string[];
  readonly evidence: readonly { readonly kind: EvidenceKind }[];
  readonly facts?: GroundFacts | undefined;
  readonly reviewRequired: boolean;
  readonly earlierRepliedOn?: LocalDate | undefined;
}

type Rule = (state: Case, proposal: Proposal) => void;

/** What each precondition asks of the case and of the proposal. Each raises `needs-…` (kind invalid), naming the field to mend. */
const PRECONDITIONS: Readonly<Record<Precondition, Rule>> = {
  'withheld-grounds': needsWithheldGrounds,
  'correction-attempt': needsCorrectionAttempt,
  'rejected-reasons': needsRejectedReasons,
  'third-party-consultation': needsThirdPartyConsultation,
  'earlier-answer': needsEarlierAnswer,
  classification: needsClassification,
  'law-names': needsLawNames,
  'adverse-effect-evidence': needsEvidence('adverse-effect', '须有公开后不利影响的证据'),
  'search-record': needsEvidence('search-record', '须有检索记录，证明已尽合理检索义务'),
  'responsible-agency': needsResponsibleAgency,
  'reasons-document': needsEvidence('reasons', '本类决定条例没有专门条款，须另附书面理由'),
  review: needsReview,
};

/** Judges each of these preconditions in turn. Raises the first that is not met. */
export function assertPreconditions(needs: readonly Precondition[], state: Case, proposal: Proposal): void {
  for (const need of needs) PRECONDITIONS[need](state, proposal);
}

/** 部分公开 keeps the list of what was withheld for (Art. 37; V7). */
function needsWithheldGrounds(_state: Case, { otherGrounds }: Proposal): void {
  if (otherGrounds.length === 0) fail('withheld-grounds', 'body.otherGrounds', '部分公开须列明未公开部分的理由');
}

/** 补正后仍不明确: only after the applicant answered the notice; without an answer the correction lapsed instead (Art. 30). */
function needsCorrectionAttempt({ correction }: Case): void {
  if (!correction?.correctedOn) {
    fail('correction-attempt', 'body.outcome', '申请人补正之后方可认定补正后仍不明确；未补正的，办理逾期不补正');
  }
}

/** 大量反复申请: only after reasons were asked for and found unreasonable (Art. 35). */
function needsRejectedReasons({ reasons }: Case): void {
  if (reasons?.result !== 'rejected') {
    fail('rejected-reasons', 'body.outcome', '须先要求申请人说明理由，且认定理由不合理（第三十五条）');
  }
}

/**
 * 第三方权益: third parties were asked, all consultations of that kind are over, and not every one agreed to disclosure
 * (Arts. 15, 32). Silence is no objection, but leaves the decision to the agency.
 */
function needsThirdPartyConsultation({ consultations }: Case): void {
  const asked = consultations.filter(({ kind }) => kind === 'third-party');
  if (asked.some(({ endedOn }) => endedOn === null)) {
    fail('third-party-consultation', 'body.outcome', '征求第三方意见尚未结束（第三十二条）');
  }
  if (asked.every(({ result }) => result === 'agrees')) {
    fail(
      'third-party-consultation',
      'body.outcome',
      '须先书面征求第三方意见，且第三方未同意公开（第十五条、第三十二条）',
    );
  }
}

/** 重复申请: the same applicant was answered before this application came in (Art. 36(6); Q16). The same day will do. */
function needsEarlierAnswer({ receivedOn }: Case, { earlierRepliedOn }: Proposal): void {
  if (earlierRepliedOn === undefined) {
    fail('earlier-answer', 'body.facts.earlierCaseId', '重复申请须指明此前已答复的申请件或答复书');
  }
  if (receivedOn === null || earlierRepliedOn > receivedOn) {
    fail('earlier-answer', 'body.facts', `此前的答复（${earlierRepliedOn}）晚于收到本申请之日，不构成重复申请`);
  }
}

/** 国家秘密: the level of classification (Art. 14). */
function needsClassification(_state: Case, { facts }: Proposal): void {
  if (!facts?.classification) fail('classification', 'body.facts.classification', '须写明密级');
}

/** 法律、行政法规禁止公开: which law (Art. 14). */
function needsLawNames(_state: Case, { facts }: Proposal): void {
  if (!facts?.lawNames) fail('law-names', 'body.facts.lawNames', '须写明禁止公开的法律、行政法规名称');
}

/** 不属于本机关负责公开: the body responsible, or the finding that it cannot be determined (Art. 36(5)). */
function needsResponsibleAgency(_state: Case, { facts }: Proposal): void {
  if (!facts?.responsibleAgency) {
    fail('responsible-agency', 'body.facts.responsibleAgency', '须写明负责公开的机关，或写明不能确定（known: false）');
  }
}

/** Compulsory review, whatever the policy of the agency (Q15). */
function needsReview(_state: Case, { reviewRequired }: Proposal): void {
  if (!reviewRequired) fail('review', 'body.outcome', '本类决定必须经审核');
}

function needsEvidence(kind: EvidenceKind, message: string): Rule {
  return (_state, { evidence }) => {
    if (!evidence.some((piece) => piece.kind === kind)) fail(`evidence`, 'body.evidence', `${message}（${kind}）`);
  };
}

function fail(need: Precondition | 'evidence', path: string, message: string): never {
  throw new RuleBroken(`needs-${need}`, path, message);
}
