import { TABLE3_COLUMN_LABELS, TABLE3_COLUMNS, TABLE3_ROW_LABELS, type Table3Row } from '#statistics';
import type { Block, Grid, GridCell, TextLine } from '../document.js';
import type { Choices } from './choices.js';
import type { RenderedReport } from './random-report.js';
import type { Style } from './style.js';
import { cutLabel, groupOf } from './text-layouts.js';

interface Options {
  readonly heads: 'official' | 'unmerged' | 'broken' | 'lost';
  readonly groups: 'merged' | 'first-row' | 'every-row' | 'none';
  /** Columns of figures that every figure takes. */
  readonly span: number;
  /** Empty columns: before the labels, before the figures, after them. */
  readonly empty: readonly [number, number, number];
  readonly omitsBlanks: boolean;
  readonly splitAt: readonly number[];
  readonly repeatsHeads: boolean;
}

/** Table 3 as one grid or several, in one of many ways that editors export the same table. */
export function randomGrids(report: RenderedReport, style: Style, choices: Choices): readonly Block[] {
  const options: Options = {
    heads: choices.of(['official', 'official', 'unmerged', 'broken', 'lost']),
    groups: choices.of(['merged', 'merged', 'first-row', 'every-row', 'none']),
    span: choices.of([1, 1, 1, 2]),
    empty: [choices.of([0, 0, 1]), choices.of([0, 0, 0, 1]), choices.of([0, 0, 0, 2])],
    omitsBlanks: choices.once(3),
    splitAt: choices.once(2) ? [3 + choices.below(15)] : [],
    repeatsHeads: choices.once(2),
  };
  const rows = [...report.table3];
  const ends = [...options.splitAt, rows.length];
  return [
    line('三、收到和处理政府信息公开申请情况'),
    ...ends.map((end, index): Grid => {
      const from = ends[index - 1] ?? 0;
      return grid(rows.slice(from, end), report, style, options, index === 0 || options.repeatsHeads);
    }),
  ];
}

function grid(
  rows: readonly (readonly [Table3Row, readonly (number | null)[]])[],
  report: RenderedReport,
  style: Style,
  options: Options,
  withHeads: boolean,
): Grid {
  const cells: GridCell[] = [];
  const [first, between] = options.empty;
  const label = first;
  const figures = label + 3 + between;
  const at = (column: number) => figures + column * options.span;
  const put = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1) => {
    if (text !== '' || !options.omitsBlanks) cells.push({ row, column, rowSpan, columnSpan, text });
  };
  let row = 0;
  if (withHeads && options.heads !== 'lost') row = putHeads(put, at, label, options);
  let group = '';
  let groupCell = -1;
  for (const [id, values] of rows) {
    const prefix = groupOf(id, report);
    const isNew = prefix !== group;
    group = prefix;
    const text = style.label(TABLE3_ROW_LABELS[id]);
    if (prefix === '' || options.groups === 'none') {
      put(row, label, text, 1, 3);
    } else {
      if (options.groups === 'every-row' || isNew) {
        put(row, label, prefix, 1, 2);
        groupCell = cells.length - 1;
      } else if (options.groups === 'merged') {
        cells[groupCell] = { ...cells[groupCell]!, rowSpan: cells[groupCell]!.rowSpan + 1 };
      } else {
        put(row, label, '', 1, 2);
      }
      put(row, label + 2, text);
    }
    for (let column = 0; column < between; column += 1) put(row, label + 3 + column, '');
    values.forEach((value, column) => put(row, at(column), style.figure(value), 1, options.span));
    for (let column = 0; column < options.empty[2]; column += 1) put(row, at(TABLE3_COLUMNS.length) + column, '');
    row += 1;
  }
  return { kind: 'grid', cells, place: '第 1 个表' };
}

type Put = (row: number, column: number, text: string, rowSpan?: number, columnSpan?: number) => void;

/** Puts the heads over the columns and answers with the first row below. */
function putHeads(put: Put, at: (column: number) => number, label: number, { heads, span }: Options): number {
  const labels = TABLE3_COLUMNS.map((column) => TABLE3_COLUMN_LABELS[column]);
  const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
  if (heads === 'broken') {
    put(0, label, note);
    put(0, at(0), '申请人情况');
    const longest = Math.max(...labels.map((text) => text.length));
    labels.forEach((text, column) => [...text].forEach((character, index) => put(1 + index, at(column), character)));
    return 1 + longest;
  }
  const isMerged = heads === 'official';
  put(0, label, note, isMerged ? 3 : 1, isMerged ? 3 : 1);
  put(0, at(0), '申请人情况', 1, isMerged ? 7 * span : 1);
  put(1, at(0), labels[0]!, isMerged ? 2 : 1, span);
  put(1, at(1), '法人或其他组织', 1, isMerged ? 5 * span : 1);
  put(1, at(6), labels[6]!, isMerged ? 2 : 1, span);
  for (let column = 1; column < 6; column += 1) put(2, at(column), labels[column]!, 1, span);
  return 3;
}

/** Table 3 torn apart: rows of figures as grids of their own, labels in lines before, between or after. */
export function tornGrids(report: RenderedReport, style: Style, choices: Choices): readonly Block[] {
  const blocks: Block[] = [line('三、收到和处理政府信息公开申请情况')];
  let group = '';
  for (const [id, values] of report.table3) {
    const prefix = groupOf(id, report);
    if (prefix !== group && prefix !== '') blocks.push(...choices.cut(prefix, 2).map(line));
    group = prefix;
    const texts = values.map((value) => style.figure(value));
    const label = style.label(TABLE3_ROW_LABELS[id]);
    if (choices.once(2)) blocks.push(rowGrid([label, ...texts]));
    else {
      const pieces = cutLabel(label, choices).map(line);
      const place = choices.below(pieces.length + 1);
      blocks.push(...pieces.slice(0, place), rowGrid(texts), ...pieces.slice(place));
    }
    if (choices.once(10)) blocks.push(line('3'));
  }
  return blocks;
}

function rowGrid(texts: readonly string[]): Grid {
  const cells = texts.map((text, column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text }));
  return { kind: 'grid', cells, place: '第 2 个表' };
}

/** A line of a document. */
export function line(text: string): TextLine {
  return { kind: 'line', text, place: '第 1 行' };
}
