import type { ReportForm } from '#agency';
import { FORMS } from '../../forms/forms.js';
import { Labels } from '../text/labels.js';
import { hanOf } from '../text/fold.js';

/** A row of table 2 as published reports have it: of the form, or the one that some provinces add. */
export type ReadRow = string;

/** The row that some provinces add to 第二十条第（一）项. */
export const OTHER_DOCUMENTS = 'otherDocuments';

/** Wordings seen beside the official ones. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  normativeDocuments: ['规范性文件', '行政规范性文件'],
  procurement: ['政府集中采购项目', '集中采购'],
};

/** One part of table 2: its item of Art. 20, its rows with their columns. */
export interface Part {
  readonly item: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly id: ReadRow; readonly columns: readonly string[] }[];
}

/** The parts of table 2 of a form, without the row that only some reports have. */
export function partsOfForm(form: ReportForm): readonly Part[] {
  return FORMS[form].table2.map(({ item, heads, rows }) => ({
    item: hanOf(item),
    heads: heads.slice(1).map(hanOf),
    rows,
  }));
}

function labelsOf(form: ReportForm): Labels<ReadRow> {
  const parts = FORMS[form].table2;
  const rows = parts.flatMap((part) => part.rows);
  return new Labels<ReadRow>(
    [
      ...rows.map(({ id, label }) => [id, [label, ...(SEEN[id] ?? [])]] as const),
      [OTHER_DOCUMENTS, ['其他主动公开文件']],
    ],
    parts.flatMap(({ item, heads }) => [item, ...heads]),
  );
}

/** Labels of the rows of each form, the local one included; heads and items of Art. 20 may stand before them. */
export const TABLE2_LABELS: Readonly<Record<ReportForm, Labels<ReadRow>>> = {
  '2021': labelsOf('2021'),
  '2019': labelsOf('2019'),
};

/** Columns of a row of a form; those of 规章 for the local row. */
export function columnsOfRow(form: ReportForm, row: ReadRow): readonly string[] {
  const rows = FORMS[form].table2.flatMap((part) => part.rows);
  const id = row === OTHER_DOCUMENTS ? 'regulations' : row;
  return rows.find((one) => one.id === id)?.columns ?? [];
}

const ONLY_2021 = /制发|废止|现行有效|收费金额/;
const ONLY_2019 = /新制作|新公开|对外公开总|上一年项目|采购项目数|采购总金额|对外管理服务/;

/** The form by the heads of table 2; `null` for heads of neither, or of both. */
export function formOfHeads(words: string): ReportForm | null {
  const [is2021, is2019] = [ONLY_2021.test(words), ONLY_2019.test(words)];
  if (is2021 === is2019) return null;
  return is2021 ? '2021' : '2019';
}

/** Whether there are heads of either form. */
export function hasHeads(words: string): boolean {
  return ONLY_2021.test(words) || ONLY_2019.test(words);
}
