import type { OutcomeCode, ReplyOutcomeCode, StepOutcomeCode } from './outcome-codes.js';
import { RESULT_ROW_LABELS_2021 } from './outcome-row-labels.js';
import type { ResultRow2019, ResultRow2021 } from './outcome-rows.js';

export * from './outcome-codes.js';

/**
 * Which remedy a reply with this outcome has to name (DR 1.10, Q17, Q22). `reconsideration-first`: compulsory before a suit
 * (refusals under Arts. 14 to 16). `optional`: the applicant chooses. `low`: as optional on paper, though courts normally turn
 * such suits away; an internal hint only. `none`: nothing was decided.
 */
export type RemedyRoute = 'reconsideration-first' | 'optional' | 'low' | 'none';

/** What has to be on record before a decision may rest on a ground; judged in deciding/preconditions.ts. */
export type Precondition =
  | 'withheld-grounds'
  | 'correction-attempt'
  | 'rejected-reasons'
  | 'third-party-consultation'
  | 'earlier-answer'
  | 'classification'
  | 'law-names'
  | 'adverse-effect-evidence'
  | 'search-record'
  | 'responsible-agency'
  | 'reasons-document'
  | 'review';

/** The step, other than the reply, that ends a case with an outcome. */
export type EndingStep =
  | 'record-correction-lapse'
  | 'record-fee-lapse'
  | 'withdraw-application'
  | 'merge-application'
  | 'terminate-application';

/** One line of the decision table. */
export interface Outcome {
  /** Label of its row as the 2021 form prints it. */
  readonly label: string;
  /** What handlers call it, plain Chinese. */
  readonly name: string;
  /** The one row of table 3 in which it is counted, by form. */
  readonly rows: { readonly '2021': ResultRow2021; readonly '2019': ResultRow2019 };
  /** Articles of the Regulation that a reply cites unless the proposer cites others; empty where there is none (Q15). */
  readonly articles: readonly string[];
  readonly remedy: RemedyRoute;
  readonly reachedBy: 'reply' | EndingStep;
  readonly needs: readonly Precondition[];
}

const REFUSAL = '第三十六条第（三）项';

/* prettier-ignore */
const REPLIES: Readonly<Record<ReplyOutcomeCode, Outcome>> = {
  granted_provided: reply('granted', '提供政府信息', ['第三十六条第（二）项'], 'optional'),
  granted_already_public: reply('granted', '已主动公开，告知获取途径', ['第三十六条第（一）项'], 'optional'),
  partially_granted: reply('partial', '区分处理，部分公开', [REFUSAL, '第三十七条'], 'reconsideration-first', 'withheld-grounds'),
  refused_state_secret: reply('refused.stateSecret', '国家秘密，不予公开', [REFUSAL, '第十四条'], 'reconsideration-first', 'classification'),
  refused_prohibited_by_law: reply('refused.otherLaw', '法律、行政法规禁止公开', [REFUSAL, '第十四条'], 'reconsideration-first', 'law-names'),
  refused_security_stability: reply('refused.threeSecuritiesOneStability', '危及三安全一稳定，不予公开', [REFUSAL, '第十四条'], 'reconsideration-first', 'adverse-effect-evidence'),
  refused_third_party_rights: reply('refused.thirdPartyRights', '损害第三方合法权益，不予公开', [REFUSAL, '第十五条', '第三十二条'], 'reconsideration-first', 'third-party-consultation'),
  refused_internal_affairs: reply('refused.internalAffairs', '内部事务信息，不予公开', [REFUSAL, '第十六条第一款'], 'reconsideration-first'),
  refused_process_information: reply('refused.processInformation', '过程性信息，不予公开', [REFUSAL, '第十六条第二款'], 'reconsideration-first'),
  refused_enforcement_file: reply('refused.enforcementFile', '行政执法案卷信息，不予公开', [REFUSAL, '第十六条第二款'], 'reconsideration-first'),
  refused_administrative_query: reply('refused.administrativeQuery', '按专门规定查询', ['第三十六条第（七）项'], 'low'),
  unavailable_not_exist: reply('unable.notHeld', '经检索信息不存在', ['第三十六条第（四）项'], 'optional', 'search-record'),
  unavailable_not_this_agency: reply('unable.notHeld', '不属于本机关负责公开', ['第三十六条第（五）项', '第十条'], 'optional', 'responsible-agency'),
  unavailable_needs_creation: reply('unable.needsCreation', '需要加工、分析', ['第三十八条'], 'low'),
  unavailable_still_unclear: reply('unable.stillUnclear', '补正后仍不明确', ['第三十条'], 'optional', 'correction-attempt'),
  not_processed_petition: reply('notProcessed.petition', '信访、投诉、举报', ['第三十九条第一款'], 'low'),
  not_processed_duplicate: reply('notProcessed.duplicate', '重复申请', ['第三十六条第（六）项'], 'low', 'earlier-answer'),
  not_processed_publication: reply('notProcessed.publication', '公开出版物', ['第三十九条第二款'], 'low'),
  not_processed_excessive: reply('notProcessed.excessive', '大量反复申请且理由不合理', ['第三十五条'], 'optional', 'rejected-reasons'),
  not_processed_reconfirm: reply('notProcessed.confirmOrReissue', '确认或重新出具已获取信息', [], 'optional', 'reasons-document', 'review'),
  other_not_information_request: reply('other.other', '咨询等非政府信息公开申请', ['第二条'], 'optional'),
  other_party_or_other_regime: reply('other.other', '党务信息或适用其他规定的信息', ['第二条', '《档案法》第十五条'], 'optional'),
};

/* prettier-ignore */
const ENDINGS: Readonly<Record<StepOutcomeCode, Outcome>> = {
  other_correction_lapsed: ending('record-correction-lapse', 'other.overdueCorrection', '逾期不补正', ['第三十条'], 'optional'),
  other_fee_unpaid: ending('record-fee-lapse', 'other.overdueFee', '逾期未缴费', ['第四十二条', '国办函〔2020〕109号'], 'optional'),
  other_withdrawn: ending('withdraw-application', 'other.other', '申请人撤回', [], 'none'),
  other_merged: ending('merge-application', 'other.other', '并入在办申请', [], 'none'),
  other_terminated: ending('terminate-application', 'other.other', '终止办理', [], 'none'),
};

/** The decision table: every outcome with its row in both forms (DR section 10). */
export const OUTCOMES: Readonly<Record<OutcomeCode, Outcome>> = { ...REPLIES, ...ENDINGS };

/** An outcome as people read it: what handlers call it, and the row of the form that counts it. */
export function outcomeText(code: OutcomeCode): string {
  const { name, label } = OUTCOMES[code];
  return `${name}，计入“${label}”`;
}

function reply(
  row: ResultRow2021,
  name: string,
  articles: readonly string[],
  remedy: RemedyRoute,
  ...needs: readonly Precondition[]
): Outcome {
  return { ...outcome(row, name, articles, remedy), reachedBy: 'reply', needs };
}

function ending(
  reachedBy: EndingStep,
  row: ResultRow2021,
  name: string,
  articles: readonly string[],
  remedy: RemedyRoute,
): Outcome {
  return { ...outcome(row, name, articles, remedy), reachedBy, needs: [] };
}

function outcome(row: ResultRow2021, name: string, articles: readonly string[], remedy: RemedyRoute) {
  return { label: RESULT_ROW_LABELS_2021[row], name, rows: { '2021': row, '2019': rowOf2019(row) }, articles, remedy };
}

/** The 2019 form has one row for all of （六）其他处理. */
function rowOf2019(row: ResultRow2021): ResultRow2019 {
  switch (row) {
    case 'other.overdueCorrection':
    case 'other.overdueFee':
    case 'other.other':
      return 'other.all';
    default:
      return row;
  }
}
