import { APPLICANT_KIND_LABELS } from '../applicant-kinds.js';
import { REASONS_RESULT_LABELS, type ReasonsRequest } from '../asking-reasons/reasons.js';
import { STATUS_LABELS, type Case, type Ending } from '../case.js';
import { FEE_METHOD_LABELS, type FeeNotice } from '../charging-fee/fee-notice.js';
import { yuan } from '../charging-fee/yuan.js';
import { CONSULTATION_KIND_LABELS, CONSULTATION_RESULT_LABELS, type Consultation } from '../consulting/consultation.js';
import type { Decision } from '../deciding/decision.js';
import { DISPATCH_MODE_LABELS, type Reply } from '../dispatching-reply/reply.js';
import type { Extension } from '../extending-deadline/extension.js';
import { outcomeText } from '../outcomes.js';
import { REMEDY_KIND_LABELS, REMEDY_RESULT_LABELS, type Remedy } from '../pursuing-remedy/remedy.js';
import { CHANNEL_FACTS } from '../receiving-application/channels.js';
import type { Correction } from '../requesting-correction/correction.js';
import { coded, listed, yesOrNo, type WordsFor } from '../telling/fact.js';

/** The parts of a case that are records or lists of records, told field by field in tables of their own. */
export type Part =
  'correction' | 'reasons' | 'consultations' | 'extension' | 'fee' | 'decision' | 'reply' | 'ending' | 'remedies';

/** Words for what a case says of itself. */
export const CASE_WORDS: WordsFor<Omit<Case, Part>> = {
  caseId: { label: '案件编号' },
  caseNumber: { label: '登记号' },
  agency: { label: '机关' },
  applicantRef: { label: '申请人代号' },
  applicantKind: coded('申请人情况', APPLICANT_KIND_LABELS),
  status: coded('办理状态', STATUS_LABELS),
  channel: { label: '申请渠道', show: (channel) => CHANNEL_FACTS[channel].label },
  arrivedOn: { label: '到达之日' },
  receivedOn: { label: '收到申请之日' },
  carriedInto: listed('结转至年度'),
  thirdPartyRefs: listed('第三方代号'),
  personalDataErasedOn: { label: '个人信息删除之日' },
  erasedPersons: listed('已决定单独删除个人信息的人'),
};

/** Words for the correction notice. */
export const CORRECTION_WORDS: WordsFor<Correction> = {
  requestedOn: { label: '告知补正之日' },
  correctBy: { label: '补正期限' },
  correctedOn: { label: '收到补正之日' },
};

/** Words for the request for reasons. */
export const REASONS_WORDS: WordsFor<ReasonsRequest> = {
  requestedOn: { label: '要求说明理由之日' },
  result: coded('理由认定', REASONS_RESULT_LABELS),
  concludedOn: { label: '认定理由之日' },
  delayedReplyOn: { label: '延迟答复日期' },
};

/** Words for a consultation; its id is in the path. */
export const CONSULTATION_WORDS: WordsFor<Omit<Consultation, 'consultationId'>> = {
  kind: coded('征求对象', CONSULTATION_KIND_LABELS),
  sentOn: { label: '发出之日' },
  deliveredOn: { label: '送达之日' },
  endedOn: { label: '结束之日' },
  result: coded('结果', CONSULTATION_RESULT_LABELS),
};

/** Words for the extension. */
export const EXTENSION_WORDS: WordsFor<Extension> = {
  on: { label: '延长答复期限之日' },
  workingDays: { label: '延长工作日数' },
  approvedBy: { label: '延长的同意人' },
};

/** Words for the fee notice. */
export const FEE_WORDS: WordsFor<FeeNotice> = {
  method: coded('计费方式', FEE_METHOD_LABELS),
  quantity: { label: '计费件数或页数' },
  amountFen: { label: '信息处理费', show: yuan },
  noticeOn: { label: '收费通知之日' },
  deliveredOn: { label: '收费通知送达之日' },
  paidOn: { label: '缴费之日' },
};

/** Words for the decision on its way. */
export const DECISION_WORDS: WordsFor<Decision> = {
  outcome: { label: '拟定的处理决定', show: outcomeText },
  proposedOn: { label: '拟定决定之日' },
  proposedBy: { label: '拟定人' },
  reviewRequired: yesOrNo('须经审核'),
  approvedOn: { label: '审核通过之日' },
  approvedBy: { label: '审核人' },
};

/** Words for the reply. */
export const REPLY_WORDS: WordsFor<Reply> = {
  dispatchedOn: { label: '发出答复之日' },
  mode: coded('送达方式', DISPATCH_MODE_LABELS),
  deliveredOn: { label: '答复送达之日' },
  madePublicOn: { label: '转为主动公开之日' },
};

/** Words for the ending. */
export const ENDING_WORDS: WordsFor<Ending> = {
  on: { label: '办结之日' },
  outcome: { label: '处理结果', show: outcomeText },
};

/** Words for a matter of reconsideration or litigation; its id is in the path. */
export const REMEDY_WORDS: WordsFor<Omit<Remedy, 'remedyId'>> = {
  kind: coded('类别', REMEDY_KIND_LABELS),
  filedOn: { label: '受理之日' },
  concludedOn: { label: '审结之日' },
  result: coded('结果', REMEDY_RESULT_LABELS),
  counted: yesOrNo('计入本机关年报'),
  follows: { label: '所经复议' },
  remedialReplyOn: { label: '重新答复之日' },
  remedialOutcome: { label: '重新答复的处理决定类型', show: outcomeText },
};
