import type { ReportForm } from '#agency';
import { APPLICANT_KIND_LABELS, RESULT_ROW_LABELS_2021 } from '#casework';
import type { Table3Column, Table4Block, Table4Column } from './columns.js';
import type { CellAddress, Table2Column, Table2Row } from './figures.js';
import type { Table3Row } from './rows.js';

/** Labels of the rows of table 3, verbatim (DR 2.3). */
export const TABLE3_ROW_LABELS: Readonly<Record<Table3Row, string>> = {
  new: '一、本年新收政府信息公开申请数量',
  carriedIn: '二、上年结转政府信息公开申请数量',
  ...RESULT_ROW_LABELS_2021,
  'other.all': '（六）其他处理',
  resolvedTotal: '（七）总计',
  carriedOut: '四、结转下年度继续办理',
};

/** Labels of the groups of rows under 三、本年度办理结果, verbatim, by the first part of their rows' ids. */
export const TABLE3_GROUP_LABELS = {
  refused: '（三）不予公开',
  unable: '（四）无法提供',
  notProcessed: '（五）不予处理',
  other: '（六）其他处理',
} as const;

/** Heads of the columns of table 3, verbatim. */
export const TABLE3_COLUMN_LABELS: Readonly<Record<Table3Column, string>> = { ...APPLICANT_KIND_LABELS, total: '总计' };

/** Heads of the blocks of table 4, verbatim (DR 2.4). */
export const TABLE4_BLOCK_LABELS: Readonly<Record<Table4Block, string>> = {
  review: '行政复议',
  suitDirect: '未经复议直接起诉',
  suitAfterReview: '复议后起诉',
};

/** Heads of the five columns of every block of table 4, verbatim. */
export const TABLE4_COLUMN_LABELS: Readonly<Record<Table4Column, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
};

/** Labels of the rows of table 2, verbatim (DR 2.2). The 2019 form says 规范性文件 where the 2021 form says 行政规范性文件. */
export function table2RowLabel(row: Table2Row, form: ReportForm): string {
  return row === 'normativeDocuments' && form === '2019' ? '规范性文件' : TABLE2_ROW_LABELS[row];
}

const TABLE2_ROW_LABELS: Readonly<Record<Table2Row, string>> = {
  regulations: '规章',
  normativeDocuments: '行政规范性文件',
  licensing: '行政许可',
  otherServices: '其他对外管理服务事项',
  penalty: '行政处罚',
  coercion: '行政强制',
  fees: '行政事业性收费',
  procurement: '政府集中采购',
};

/** Heads of the columns of table 2 in a form, verbatim (DR 2.2); the unit of 本年收费金额 is left to the form. */
export function table2ColumnLabel(column: Table2Column, form: ReportForm): string {
  return column === 'decisions' && form === '2019' ? '处理决定数量' : TABLE2_COLUMN_LABELS[column];
}

const TABLE2_COLUMN_LABELS: Readonly<Record<Table2Column, string>> = {
  made: '本年制发件数',
  repealed: '本年废止件数',
  inForce: '现行有效件数',
  decisions: '本年处理决定数量',
  amount10k: '本年收费金额',
  madeNew: '本年新制作数量',
  publishedNew: '本年新公开数量',
  publishedTotal: '对外公开总数量',
  itemsLastYear: '上一年项目数量',
  change: '本年增/减',
  projects: '采购项目数量',
};

/** The label of a row of table 3 with its group before it: `（三）不予公开 1.属于国家秘密`. */
export function rowLabel(row: Table3Row): string {
  const group = row.split('.')[0] as keyof typeof TABLE3_GROUP_LABELS;
  const label = TABLE3_ROW_LABELS[row];
  return row.includes('.') && row !== 'other.all' ? `${TABLE3_GROUP_LABELS[group]} ${label}` : label;
}

/** The name of a cell in the words of the form: row, then column. */
export function cellLabel(cell: CellAddress, form: ReportForm): string {
  switch (cell.table) {
    case 2:
      return `${table2RowLabel(cell.row, form)}“${table2ColumnLabel(cell.column, form)}”`;
    case 3:
      return `${rowLabel(cell.row)}“${TABLE3_COLUMN_LABELS[cell.column]}”`;
    case 4:
      return `${TABLE4_BLOCK_LABELS[cell.block]}“${TABLE4_COLUMN_LABELS[cell.column]}”`;
  }
}
