import { TABLE3_ROW_LABELS, TABLE4_COLUMN_LABELS, TABLE4_COLUMNS } from '#statistics';
import type { Choices } from './choices.js';
import type { RenderedReport } from './random-report.js';
import type { Style } from './style.js';
import { groupOf } from './text-layouts.js';

/** A cell of a table that is written between pipes, and the columns that it takes. */
export interface PipeCell {
  readonly text: string;
  readonly span: number;
}

/** How programs write a table between pipes: a line for each row, or for each cell; blanks for merged columns nowhere, behind, or at once. */
const MANNERS = [
  'rows',
  'rows, filled',
  'rows, blanks at once',
  'cells',
  'cells, rows opened',
  'cells, pipes before',
] as const;

/** A manner of writing, the same for all tables of a text. */
export type Manner = (typeof MANNERS)[number];

/** A random manner. */
export function randomManner(choices: Choices): Manner {
  return choices.of(MANNERS);
}

/** A table between pipes, in the lines of a text. Cells that a merged cell of a row above covers are left out, as programs do. */
export function pipeText(rows: readonly (readonly PipeCell[])[], manner: Manner): readonly string[] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.flatMap((row) => {
    const texts = row.map(({ text }) => text);
    const fill = '|'.repeat(width - row.length);
    const lines = texts.map((text) => `${text} |`.trimStart());
    switch (manner) {
      case 'rows':
        return [`${texts.join(' | ')} |`];
      case 'rows, filled':
        return [`${texts.join(' | ')} | ${fill}`];
      case 'rows, blanks at once':
        return [
          `| ${row.flatMap(({ text, span }) => [text, ...Array.from({ length: span - 1 }, () => '')]).join(' | ')} |`,
        ];
      case 'cells':
        return [...lines, fill].filter((line) => line !== '');
      case 'cells, rows opened':
        return ['|', ...lines, fill].filter((line) => line !== '');
      case 'cells, pipes before':
        return [...texts.map((text, at) => (at === 0 ? text : `| ${text}`.trimEnd())), '|'];
    }
  });
}

/** Table 3 between pipes. */
export function pipeTable3(report: RenderedReport, style: Style, manner: Manner): readonly string[] {
  const one = (text: string): PipeCell => ({ text, span: 1 });
  const heads = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map(one);
  let group = '';
  const rows = [...report.table3].map(([row, values]): readonly PipeCell[] => {
    const prefix = groupOf(row, report);
    const isNew = prefix !== '' && prefix !== group;
    group = prefix;
    const isOutcome = row !== 'new' && row !== 'carriedIn' && row !== 'carriedOut';
    const label = { text: style.label(TABLE3_ROW_LABELS[row]), span: !isOutcome ? 3 : prefix === '' ? 2 : 1 };
    const before = [...(row === 'granted' ? ['三、本年度办理结果'] : []), ...(isNew ? [prefix] : [])].map(one);
    return [...before, label, ...values.map((value) => one(style.figure(value)))];
  });
  const note = { text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', span: 3 };
  return [
    '三、收到和处理政府信息公开申请情况',
    ...pipeText(
      [
        [note, { text: '申请人情况', span: 7 }],
        [one('自然人'), { text: '法人或其他组织', span: 5 }, one('总计')],
        heads,
        ...rows,
      ],
      manner,
    ),
  ];
}

/** Table 4 between pipes. */
export function pipeTable4(report: RenderedReport, style: Style, manner: Manner): readonly string[] {
  const one = (text: string): PipeCell => ({ text, span: 1 });
  const heads = TABLE4_COLUMNS.map((column) => one(TABLE4_COLUMN_LABELS[column]));
  return [
    '四、政府信息公开行政复议、行政诉讼情况',
    ...pipeText(
      [
        [
          { text: '行政复议', span: 5 },
          { text: '行政诉讼', span: 10 },
        ],
        [...heads, { text: '未经复议直接起诉', span: 5 }, { text: '复议后起诉', span: 5 }],
        [...heads, ...heads],
        report.table4.map((value) => one(style.figure(value))),
      ],
      manner,
    ),
    '五、存在的主要问题及改进情况',
  ];
}
