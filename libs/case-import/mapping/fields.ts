/** What a column of a register can say, in the order in which registers usually say it. */
export const REGISTER_FIELDS = {
  caseNumber: { label: '登记编号', kind: 'text' },
  arrivedOn: { label: '到达日期', kind: 'date' },
  receivedOn: { label: '收到日期', kind: 'date' },
  channel: { label: '申请渠道', kind: 'word' },
  applicantKind: { label: '申请人情况', kind: 'word' },
  correctionRequestedOn: { label: '告知补正日期', kind: 'date' },
  correctBy: { label: '补正期限', kind: 'date' },
  correctedOn: { label: '收到补正日期', kind: 'date' },
  extendedOn: { label: '告知延期日期', kind: 'date' },
  extensionDays: { label: '延长工作日数', kind: 'integer' },
  feeNoticeOn: { label: '收费通知日期', kind: 'date' },
  feePages: { label: '计费页数', kind: 'integer' },
  feePaidOn: { label: '缴费日期', kind: 'date' },
  feePaidYuan: { label: '实缴金额（元）', kind: 'integer' },
  outcome: { label: '处理结果', kind: 'word' },
  endedOn: { label: '办结（答复发出）日期', kind: 'date' },
  replyNumber: { label: '答复文号', kind: 'text' },
  reconsiderationFiledOn: { label: '行政复议受理日期', kind: 'date' },
  reconsiderationConcludedOn: { label: '行政复议审结日期', kind: 'date' },
  reconsiderationResult: { label: '行政复议结果', kind: 'word' },
  litigationFiledOn: { label: '行政诉讼受理日期', kind: 'date' },
  litigationRoute: { label: '起诉方式', kind: 'word' },
  litigationConcludedOn: { label: '行政诉讼审结日期', kind: 'date' },
  litigationResult: { label: '行政诉讼结果', kind: 'word' },
} as const;
export type RegisterField = keyof typeof REGISTER_FIELDS;

/** All fields, in order. */
export const FIELD_NAMES = Object.keys(REGISTER_FIELDS) as RegisterField[];

type OfKind<K> = { [F in RegisterField]: (typeof REGISTER_FIELDS)[F]['kind'] extends K ? F : never }[RegisterField];
/** Fields that hold days. */
export type DateField = OfKind<'date'>;
/** Fields that hold whole numbers. */
export type IntegerField = OfKind<'integer'>;
/** Fields that hold words of the office, translated by the mapping. */
export type WordField = OfKind<'word'>;
