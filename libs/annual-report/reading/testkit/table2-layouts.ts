import { FORMS } from '../../forms/forms.js';
import type { Block, GridCell } from '../document.js';
import type { Choices } from './choices.js';
import { line } from './grid-layouts.js';
import { pipeText, type Manner, type PipeCell } from './pipe-text.js';
import type { RenderedReport } from './random-report.js';
import type { Style } from './style.js';

/** What a rendered table 2 says: figures by row and column. */
export type RenderedTable2 = Readonly<Record<string, Readonly<Record<string, number | string | null>>>>;

/** A table 2 in the form of a report, in one of several layouts. */
export function randomTable2(
  { variant }: RenderedReport,
  style: Style,
  choices: Choices,
  hasBlanks: boolean,
  manner: Manner | null = null,
): { readonly table: RenderedTable2; readonly blocks: readonly Block[] } {
  const form = FORMS[variant === '2019' ? '2019' : '2021'];
  const layout = manner === null ? choices.of(['lines', 'lines', 'cells', 'grid'] as const) : 'pipes';
  const isGrid = layout === 'grid' || layout === 'pipes';
  const table: Record<string, Record<string, number | string | null>> = {};
  const blocks: Block[] = [line('二、主动公开政府信息情况')];
  const cells: GridCell[] = [];
  let gridRow = 0;
  const put = (texts: readonly string[]) => {
    const spans = texts.length === 2 ? [1, 3] : texts.length === 1 ? [4] : [1, 1, 1, 1];
    let column = 0;
    texts.forEach((text, index) => {
      cells.push({ row: gridRow, column, rowSpan: 1, columnSpan: spans[index]!, text });
      column += spans[index]!;
    });
    gridRow += 1;
  };
  for (const { item, heads, rows } of form.table2) {
    if (isGrid) [[item], heads].forEach(put);
    else blocks.push(line(item), ...(layout === 'cells' ? heads.map(line) : [line(heads.join(' '))]));
    if (layout === 'lines' && choices.once(8)) blocks.push(line('- 2 -'));
    for (const { id, label, columns } of rows) {
      const values = columns.map((column) => valueOf(column, choices, hasBlanks));
      table[id] = Object.fromEntries(columns.map((column, index) => [column, values[index]!.value]));
      const texts = values.map(({ value, text }) => text ?? style.figure(value as number | null));
      const spelt = style.label(label);
      if (isGrid) put([spelt, ...texts]);
      else if (layout === 'cells') blocks.push(...[spelt, ...texts].map(line));
      else blocks.push(...linesOf(spelt, texts.filter((text) => text !== '').join(' '), choices).map(line));
    }
  }
  if (layout === 'grid') blocks.push({ kind: 'grid', cells, place: '第 1 个表' });
  if (manner !== null) blocks.push(...pipeText(rowsOf(cells), manner).map(line));
  return { table, blocks };
}

function rowsOf(cells: readonly GridCell[]): readonly (readonly PipeCell[])[] {
  return [...Map.groupBy(cells, ({ row }) => row).values()].map((row) =>
    row.map(({ text, columnSpan }) => ({ text, span: columnSpan })),
  );
}

/** A value and its text, where it is not written as other figures are. */
function valueOf(
  column: string,
  choices: Choices,
  hasBlanks: boolean,
): { value: number | string | null; text?: string } {
  if (column === 'amountText') {
    const text = `${String(1 + choices.below(9000))}.5万元`;
    return { value: text, text };
  }
  if (hasBlanks && choices.once(6)) return { value: null };
  if (column === 'amount10k')
    return choices.of([{ value: 0 }, { value: 7730.28, text: '7730.28' }, { value: 12, text: '12.0000' }]);
  const value = choices.below(500);
  if (column === 'change')
    return choices.of([
      { value, text: `+${String(value)}` },
      { value: value === 0 ? 0 : -value, text: `减${String(value)}` },
    ]);
  return { value };
}

function linesOf(label: string, figures: string, choices: Choices): readonly string[] {
  return choices.of([[`${label} ${figures}`], [`${label} ${figures}`], [label, figures], [figures, label]]);
}
