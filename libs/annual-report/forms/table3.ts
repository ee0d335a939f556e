import { TABLE3_GROUP_LABELS, TABLE3_ROW_LABELS, type Table3Row } from '#statistics';
import type { FigureRow, Form, RowGroup } from './form.js';

/** Table 3 with the given （六）其他处理, the only place where the forms differ (DR 2.3, 2.5). */
export function table3With(other: FigureRow | RowGroup): Form['table3'] {
  return {
    note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    head: {
      label: '申请人情况',
      under: [
        { label: '自然人' },
        {
          label: '法人或其他组织',
          under: [
            { label: '商业企业' },
            { label: '科研机构' },
            { label: '社会公益组织' },
            { label: '法律服务机构' },
            { label: '其他' },
          ],
        },
        { label: '总计' },
      ],
    },
    rows: [
      row('new'),
      row('carriedIn'),
      {
        label: '三、本年度办理结果',
        rows: [
          row('granted'),
          row('partial'),
          group(
            TABLE3_GROUP_LABELS.refused,
            'refused.stateSecret',
            'refused.otherLaw',
            'refused.threeSecuritiesOneStability',
            'refused.thirdPartyRights',
            'refused.internalAffairs',
            'refused.processInformation',
            'refused.enforcementFile',
            'refused.administrativeQuery',
          ),
          group(TABLE3_GROUP_LABELS.unable, 'unable.notHeld', 'unable.needsCreation', 'unable.stillUnclear'),
          group(
            TABLE3_GROUP_LABELS.notProcessed,
            'notProcessed.petition',
            'notProcessed.duplicate',
            'notProcessed.publication',
            'notProcessed.excessive',
            'notProcessed.confirmOrReissue',
          ),
          other,
          row('resolvedTotal'),
        ],
      },
      row('carriedOut'),
    ],
  };
}

/** A row of figures under its official label. */
export function row(id: Table3Row): FigureRow {
  return { label: TABLE3_ROW_LABELS[id], id };
}

/** Rows behind a merged label. */
export function group(label: string, ...ids: readonly Table3Row[]): RowGroup {
  return { label, rows: ids.map(row) };
}
