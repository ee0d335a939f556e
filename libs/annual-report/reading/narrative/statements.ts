import { TABLE3_ROW_LABELS, type Table3Row } from '#statistics';
import type { NarrativeKey } from '../published-report.js';
import { bare } from '../text/labels.js';

/** A wording that states a figure: its first group is the number, or it says that there is none. */
export interface Wording {
  readonly key: NarrativeKey | 'accepted';
  readonly pattern: RegExp;
  /** The figure, for a wording that says there is none. */
  readonly value?: 0;
  /** What the number is in the text: yuan, read as whole fen; absent: a count. */
  readonly unit?: 'fen';
}

const NUMBER = String.raw`(\d+(?:,\d{3})*)(?:件|宗|起|例)`;

/** An amount in yuan, never in 万元. */
const AMOUNT = String.raw`(?:人民币)?(\d+(?:,\d{3})*(?:\.\d{1,2})?)元`;

/** Words without a figure, a comma, or another category between a category and its figure. */
const LINK = '[^\\d，,。；、（(]{0,10}?';

/** What is applied for, or handed in, that is no application for information. */
const OTHER_APPLICATION = '复议|诉讼|投诉|举报|信访|来信|来访|许可|登记|救助|补贴';

/** Between “收到” and “申请”: no way of applying, no kind of applicant, nothing that is not an application for information. */
const APPLICATION = String.raw`(?:(?!网|信函|当面|邮|传真|平台|现场|窗口|自然人|法人|企业|补正|不予|无法|${OTHER_APPLICATION})[^\d，,。；、]){0,24}?(?:申请|依申请(?:信息)?公开|依申请信息公开)(?:件|共计|共|总计|数量|数|事项|信息|公开|合计|的|案件|为|表|计|政府|累计|总数){0,3}`;

const says = (key: Wording['key'], pattern: string): Wording => ({ key, pattern: new RegExp(pattern, 'g') });
const saysFen = (key: NarrativeKey, pattern: string): Wording => ({
  key,
  pattern: new RegExp(pattern + AMOUNT, 'g'),
  unit: 'fen',
});
const saysNone = (key: NarrativeKey, pattern: string): Wording => ({
  key,
  pattern: new RegExp(pattern, 'g'),
  value: 0,
});

/** 不予公开 and the like, wherever 予以公开 is meant. */
const categories: readonly Wording[] = [
  says('granted', `(?<!不)(?:予以公开|同意公开|全部公开)${LINK}${NUMBER}`),
  says('partial', `部分公开${LINK}${NUMBER}`),
  says('refused', `不予公开${LINK}${NUMBER}`),
  says('unable', `无法提供${LINK}${NUMBER}`),
  says('notProcessed', `不予处理${LINK}${NUMBER}`),
  says('other', `其他处理${LINK}${NUMBER}`),
];

/** The reasons, under their official labels. */
const reasons: readonly Wording[] = (Object.keys(TABLE3_ROW_LABELS) as Table3Row[])
  .filter((row) => /^(?:refused|unable|notProcessed)\.|overdue/.test(row))
  .map((row) => says(row.split('.')[1] as NarrativeKey, `${bare(TABLE3_ROW_LABELS[row])}${LINK}${NUMBER}`));

/** 信息处理费 of 六. What the tables of section 二 say of other fees is not meant: it is in 万元. */
const FEE = '(?:政府信息公开)?信息(?:公开)?处理费(?:用)?';
const SUM = '(?:金额)?(?:合计|共计|总计|共|为)?';
const fees: readonly Wording[] = [
  says(
    'feeNotices',
    `(?:发出|开具|送达|下达)(?:${FEE})?(?:的)?收费通知(?:书|单)?(?:合计|共计|共)?(\\d+(?:,\\d{3})*)(?:件|份|次)`,
  ),
  saysFen('feeNoticedFen', `收费通知[^。；]{0,16}[，,](?:涉及)?(?:收费)?(?:总金额|金额)(?:合计|共计|总计|共|为)?`),
  saysFen('feePaidFen', `(?:收取|收到|收缴)${FEE}${SUM}`),
  saysFen('feePaidFen', `收费通知[^。；]{0,40}[，,]实际收取(?:${FEE})?${SUM}`),
  saysNone('feePaidFen', `(?:没有|未)(?:实际)?(?:收取|收缴)(?:过|任何)?${FEE}`),
];

/** Every wording that is understood. `accepted`: 受理, which may or may not take in what was carried in. */
export const WORDINGS: readonly Wording[] = [
  says('new', `(?:新收|新增|收到|接到|接收|共收)${APPLICATION}${NUMBER}`),
  saysNone(
    'new',
    `(?:没有|未|均未)(?:收到|接到|接收|受理)(?:过|任何)?(?:(?!${OTHER_APPLICATION})[^\\d，,。；]){0,16}申请(?!${OTHER_APPLICATION})`,
  ),
  saysNone('new', '(?:无|没有)依申请公开(?:政府信息)?(?:申请|事项|件)?(?=[，,。；])'),
  says('accepted', `受理${APPLICATION}${NUMBER}`),
  says('handled', `收办${APPLICATION}${NUMBER}`),
  says('carriedIn', `上(?:一)?年(?:度)?结转${LINK}(?:申请)?${LINK}${NUMBER}`),
  says('carriedOut', `转(?:至|到|入)?下(?:一)?年(?:度)?${LINK}(?:办理)?${LINK}${NUMBER}`),
  says('resolved', `(?:办结|答复完毕)(?:申请|政府信息公开申请|数|共计|共|了)?${NUMBER}`),
  ...categories,
  ...reasons,
  ...fees,
  says('reviews', `行政复议(?:案件|申请|案|共|共计|情况|为|的|等){0,2}${NUMBER}`),
  says('suits', `行政诉讼(?:案件|申请|案|共|共计|情况|为|的|等){0,2}${NUMBER}`),
  saysNone('reviews', '(?:没有|未|无)(?:发生|因|出现|被)?[^\\d，,。；]{0,20}(?<!不服)行政复议'),
  saysNone(
    'suits',
    '(?:没有|未|无)(?:发生|因|出现|被)?[^\\d，,。；]{0,20}(?:行政复议[、和或及与]?(?:被?提起)?)?行政诉讼',
  ),
];
