import { rowLabel, TABLE3_GROUP_LABELS, TABLE3_ROW_LABELS } from '../labels.js';
import { table3Rows } from '../rows.js';
import type { NarrativeKey } from './narrative-figures.js';

const LABELS: { readonly [key in NarrativeKey]?: string } = {
  new: TABLE3_ROW_LABELS.new,
  carriedIn: TABLE3_ROW_LABELS.carriedIn,
  handled: '收到和处理的申请数量',
  resolved: '三、本年度办理结果（七）总计',
  carriedOut: TABLE3_ROW_LABELS.carriedOut,
  granted: TABLE3_ROW_LABELS.granted,
  partial: '（二）部分公开',
  grantedAndPartial: '（一）予以公开、（二）部分公开之和',
  refused: `${TABLE3_GROUP_LABELS.refused}各项之和`,
  unable: `${TABLE3_GROUP_LABELS.unable}各项之和`,
  notProcessed: `${TABLE3_GROUP_LABELS.notProcessed}各项之和`,
  other: `${TABLE3_GROUP_LABELS.other}各项之和`,
  reviews: '行政复议“总计”',
  suits: '行政诉讼两组“总计”之和',
  ownLevelNew: TABLE3_ROW_LABELS.new,
  ownLevelCarriedOut: TABLE3_ROW_LABELS.carriedOut,
  publishedTotal: '主动公开台账的公开条数',
  feeNotices: '收费通知件数',
  feeNoticedFen: '收费通知金额（分）',
  feePaidFen: '实际收取金额（分）',
};

/** What a figure of the running text is called in the tables, in the words of the form where it has any. */
export function narrativeLabel(key: NarrativeKey): string {
  if (key.startsWith('published:')) {
    const labels = JSON.parse(key.slice('published:'.length)) as readonly string[];
    return `主动公开台账“${labels.join('”“')}”的条数`;
  }
  const row = table3Rows('2021').find((one) => one.includes('.') && one.split('.')[1] === key);
  return LABELS[key] ?? (row === undefined ? key : rowLabel(row));
}
