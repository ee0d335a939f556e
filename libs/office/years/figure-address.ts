import { REPORT_FORMS, type RegisterFigure, type ReportForm, type SectionOne } from '#agency';
import { cellKey, cellOfKey, figureAt, type CellAddress, type ReportFigures } from '#statistics';
import { PROCUREMENT, SECTION_ONE, SECTION_ONE_TOTAL, type FigureValue } from './figure-differences.js';

/** The address of any figure of a report: a cell of a table, 采购总金额, or a count of section 一. */
export type FigureAddress = CellAddress | ProcurementAmount | SectionOneFigure;

/** 采购总金额 of the 2019 form, which is text. */
export interface ProcurementAmount {
  readonly table: 2;
  readonly row: 'procurement';
  readonly column: 'amountText';
}

/** Items published: in all (`channel` is `null`), through a channel, or of one of its categories (`null`: without one). */
export interface SectionOneFigure {
  readonly table: 1;
  readonly channel: string | null;
  readonly category?: string | null;
}

/** The figure with this key, such as `table3/new/total` or `sectionOne/["网站"]`; `null` where the form has none. */
export function figureOfKey(key: string, form: ReportForm): FigureAddress | null {
  if (key === PROCUREMENT) return form === '2019' ? { table: 2, row: 'procurement', column: 'amountText' } : null;
  if (key === SECTION_ONE_TOTAL) return { table: 1, channel: null };
  return key.startsWith(SECTION_ONE) ? channelOf(key.slice(SECTION_ONE.length)) : cellOfKey(key, form);
}

function channelOf(text: string): SectionOneFigure | null {
  const parts = parsed(text);
  if (!Array.isArray(parts) || parts.length < 1 || parts.length > 2) return null;
  const [channel, category] = parts as readonly unknown[];
  if (typeof channel !== 'string') return null;
  if (category === undefined) return { table: 1, channel };
  return category === null || typeof category === 'string' ? { table: 1, channel, category } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The key of a figure; the inverse of {@link figureOfKey}. */
export function keyOf(figure: FigureAddress): string {
  if (figure.table === 1) {
    if (figure.channel === null) return SECTION_ONE_TOTAL;
    return `${SECTION_ONE}${JSON.stringify([figure.channel, ...(figure.category === undefined ? [] : [figure.category])])}`;
  }
  return isProcurement(figure) ? PROCUREMENT : cellKey(figure);
}

/** The same figure as registers know it; `null` for one that comes from cases. */
export function registerFigure(figure: FigureAddress): RegisterFigure | null {
  switch (figure.table) {
    case 1: {
      const { table: _table, ...of } = figure;
      return { of: 'sectionOne', ...of };
    }
    case 2:
      return { of: 'table2', row: figure.row, column: figure.column };
    default:
      return null;
  }
}

/** The form that a figure asks for: that of its table where only one form has it; else `null`. */
export function formWith(figure: FigureAddress): ReportForm | null {
  const [only, ...others] = REPORT_FORMS.filter((form) => figureOfKey(keyOf(figure), form) !== null);
  return only !== undefined && others.length === 0 ? only : null;
}

/** What a report says; `null` where it is unknown. A channel that nothing went through has 0. */
export function valueAt(
  { published, ...figures }: Omit<ReportFigures, 'published'> & { readonly published: SectionOne | null },
  figure: FigureAddress,
): FigureValue {
  if (figure.table === 1) return published === null ? null : publishedCount(published, figure);
  if (!isProcurement(figure)) return figureAt(figures, figure) ?? null;
  const { table2 } = figures;
  return table2 !== null && 'procurement' in table2 ? (table2.procurement.amountText ?? null) : null;
}

function publishedCount({ total, channels }: SectionOne, { channel, category }: SectionOneFigure): number {
  if (channel === null) return total;
  const found = channels.find((one) => one.channel === channel);
  if (category === undefined) return found?.count ?? 0;
  return found?.categories.find((one) => one.category === category)?.count ?? 0;
}

/** Whether a figure is a cell that cases can be in. */
export function isCell(figure: FigureAddress): figure is CellAddress {
  return figure.table !== 1 && !isProcurement(figure);
}

function isProcurement(figure: FigureAddress): figure is ProcurementAmount {
  return figure.table === 2 && figure.column === 'amountText';
}
