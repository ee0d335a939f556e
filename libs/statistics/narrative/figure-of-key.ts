import { cell3, cell4 } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { figureAt, type ReportFigures } from '../report.js';
import { OTHER_ROWS, table3Rows, type Table3Row } from '../rows.js';
import { publishedKey, type NarrativeKey } from './narrative-figures.js';

/** What the tables say about a figure of the running text: its value, and the cells that it is read from or added up from. */
export interface TableFigure {
  readonly value: number;
  readonly cells: readonly CellAddress[];
}

/** Rows of table 3 that a name stands for, in a report with these rows. */
const ROWS: { readonly [key in NarrativeKey]?: readonly Table3Row[] } = {
  new: ['new'],
  carriedIn: ['carriedIn'],
  resolved: ['resolvedTotal'],
  carriedOut: ['carriedOut'],
  granted: ['granted'],
  partial: ['partial'],
  grantedAndPartial: ['granted', 'partial'],
  refused: rowsUnder('refused'),
  unable: rowsUnder('unable'),
  notProcessed: rowsUnder('notProcessed'),
  ownLevelNew: ['new'],
  ownLevelCarriedOut: ['carriedOut'],
};

/**
 * The figure that the tables have under a name of the running text. `null`: the tables do not show it, leave it blank, or the name has
 * no one meaning (`handled`) or stands for what is in no table (fees).
 */
export function figureOfKey(key: NarrativeKey, figures: ReportFigures): TableFigure | null {
  if (key === 'reviews') return sumOf([cell4('review', 'total')], figures);
  if (key === 'suits') return sumOf([cell4('suitDirect', 'total'), cell4('suitAfterReview', 'total')], figures);
  if (key === 'publishedTotal' || key.startsWith('published:')) return publishedFigure(key, figures);
  const rows = rowsOf(key, figures);
  return rows === null ? null : sumOf(totalsOf(rows), figures);
}

/** All of `new`, and what came in in all: the meanings that 受理, 收办 and 处理 have. */
export function handledFigures(figures: ReportFigures): readonly TableFigure[] {
  const meanings: readonly (readonly Table3Row[])[] = [['new'], ['new', 'carriedIn'], ['resolvedTotal']];
  return meanings.flatMap((rows) => sumOf(totalsOf(rows), figures) ?? []);
}

function rowsOf(key: NarrativeKey, figures: ReportFigures): readonly Table3Row[] | null {
  if (key === 'other') return figures.table3?.['other.all'] ? ['other.all'] : OTHER_ROWS;
  const single = table3Rows('2021').filter((row) => row.includes('.') && row.split('.')[1] === key);
  return ROWS[key] ?? (single.length === 1 ? single : null);
}

function rowsUnder(group: string): readonly Table3Row[] {
  return table3Rows('2021').filter((row) => row.startsWith(`${group}.`));
}

function totalsOf(rows: readonly Table3Row[]): readonly CellAddress[] {
  return rows.map((row) => cell3(row, 'total'));
}

/** A blank counts as 0 in a sum; a sum of nothing but blanks, or with a row that is not shown, is not known. */
function sumOf(cells: readonly CellAddress[], figures: ReportFigures): TableFigure | null {
  const values = cells.map((cell) => figureAt(figures, cell));
  if (values.includes(undefined) || values.every((value) => value === null)) return null;
  return { value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0), cells };
}

function publishedFigure(key: NarrativeKey, { published }: ReportFigures): TableFigure | null {
  if (published === undefined) return null;
  if (key === 'publishedTotal') return { value: published.total, cells: [] };
  for (const { channel, count, categories } of published.channels) {
    if (key === publishedKey(channel)) return { value: count, cells: [] };
    const category = categories.find((one) => one.category !== null && key === publishedKey(channel, one.category));
    if (category !== undefined) return { value: category.count, cells: [] };
  }
  return null;
}
