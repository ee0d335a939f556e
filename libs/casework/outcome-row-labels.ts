import type { ResultRow2021 } from './outcome-rows.js';

/** The label of each leaf row of 三、本年度办理结果, verbatim as the 2021 form prints it (国办公开办函〔2021〕30号; DR 2.3). */
export const RESULT_ROW_LABELS_2021: Readonly<Record<ResultRow2021, string>> = {
  granted: '（一）予以公开',
  partial: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  'refused.stateSecret': '1.属于国家秘密',
  'refused.otherLaw': '2.其他法律行政法规禁止公开',
  'refused.threeSecuritiesOneStability': '3.危及“三安全一稳定”',
  'refused.thirdPartyRights': '4.保护第三方合法权益',
  'refused.internalAffairs': '5.属于三类内部事务信息',
  'refused.processInformation': '6.属于四类过程性信息',
  'refused.enforcementFile': '7.属于行政执法案卷',
  'refused.administrativeQuery': '8.属于行政查询事项',
  'unable.notHeld': '1.本机关不掌握相关政府信息',
  'unable.needsCreation': '2.没有现成信息需要另行制作',
  'unable.stillUnclear': '3.补正后申请内容仍不明确',
  'notProcessed.petition': '1.信访举报投诉类申请',
  'notProcessed.duplicate': '2.重复申请',
  'notProcessed.publication': '3.要求提供公开出版物',
  'notProcessed.excessive': '4.无正当理由大量反复申请',
  'notProcessed.confirmOrReissue': '5.要求行政机关确认或重新出具已获取信息',
  'other.overdueCorrection': '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  'other.overdueFee': '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  'other.other': '3.其他',
};
