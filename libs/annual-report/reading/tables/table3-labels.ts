import { TABLE3_GROUP_LABELS, TABLE3_ROW_LABELS, type Table3Row } from '#statistics';
import { Labels } from '../text/labels.js';

/** Wordings of labels seen in published reports beside the official ones. */
const SEEN: { readonly [row in Table3Row]?: readonly string[] } = {
  partial: ['部分公开', '部分公开（区分处理的，只计这一情况，不计其他情况）'],
  'refused.internalAffairs': ['属于三类内容事务信息'],
  'refused.thirdPartyRights': ['保护第三方合法权利'],
  'unable.notHeld': ['不掌握相关政府信息'],
  'unable.needsCreation': ['没有现成信息需另行制作'],
  'notProcessed.petition': ['信访、举报、投诉类申请'],
  'other.overdueCorrection': ['申请人无正当理由逾期不补正'],
  'other.overdueFee': ['申请人逾期未按收费通知要求缴纳费用'],
  resolvedTotal: ['（七）合计'],
  carriedOut: ['结转下年度'],
};

const ids = Object.keys(TABLE3_ROW_LABELS) as Table3Row[];

/** Labels of the rows of table 3 of both forms; those of its groups stand beside them. */
export const TABLE3_LABELS: Labels<Table3Row> = labelsOf(ids);

/** The same, where （六）其他处理 is not a row but the label of the group of three. */
export const TABLE3_LABELS_OTHER_IN_THREE: Labels<Table3Row> = labelsOf(ids.filter((id) => id !== 'other.all'));

/** The same, where （六）其他处理 is one row. */
export const TABLE3_LABELS_OTHER_AS_ONE: Labels<Table3Row> = labelsOf(
  ids.filter((id) => id === 'other.all' || !id.startsWith('other.')),
);

function labelsOf(rows: readonly Table3Row[]): Labels<Table3Row> {
  const { other, ...groups } = TABLE3_GROUP_LABELS;
  const beside = ['三、本年度办理结果', ...Object.values(groups), ...(rows.includes('other.all') ? [] : [other])];
  return new Labels(
    rows.map((id) => [id, [TABLE3_ROW_LABELS[id], ...(SEEN[id] ?? [])]] as const),
    beside,
  );
}
