import type { FigureDifference, ReportForm, SectionOne } from '#agency';
import {
  cellKey,
  cellLabel,
  cellOfKey,
  figureAt,
  table2Cells,
  table3Cells,
  TABLE4_CELLS,
  type CellAddress,
  type SummedFigures,
  type Tables,
} from '#statistics';

/** A figure as differences show it: a whole number, an amount in 万元 as its digits, `null` where not known or not there. */
export type FigureValue = FigureDifference['published'];

/** A figure that differs, with its name in the words of the form. */
export interface LabelledDifference extends FigureDifference {
  readonly label: string;
}

type Values = ReadonlyMap<string, FigureValue>;

/**
 * Every figure of a report by its key, in the order of the form; section 一 where it is told. Two reports are equal exactly if these are.
 * An unknown figure of a scope is `null`.
 */
export function figureValues(figures: SummedFigures): Values {
  const cells: readonly CellAddress[] = [...table3Cells(figures.form), ...TABLE4_CELLS];
  const ofCases = cells.map((cell) => [cellKey(cell), figureAt(figures, cell) ?? null] as const);
  return new Map([...registerValues(figures), ...ofCases]);
}

/** The figures that come from registers: table 2 and section 一. */
export function registerValues({
  table2,
  published,
  form,
}: Pick<SummedFigures, 'table2' | 'published' | 'form'>): Values {
  const report = { year: 0, form, table2, table3: null, table4: null };
  const numbers = table2Cells(form).map(
    (cell) => [cellKey(cell), exact(cell, figureAt(report, cell) ?? null)] as const,
  );
  const amount = 'procurement' in table2 ? [[PROCUREMENT, table2.procurement.amountText] as const] : [];
  const sectionOne = published === undefined ? [] : sectionOneValues(published);
  return new Map<string, FigureValue>([...numbers, ...amount, ...sectionOne]);
}

/** The figures that come from cases: tables 3 and 4. */
export function caseValues(tables: Tables, form: ReportForm): ReadonlyMap<string, number> {
  const report = { year: 0, form, table2: null, ...tables };
  const cells: readonly CellAddress[] = [...table3Cells(form), ...TABLE4_CELLS];
  return new Map(cells.map((cell) => [cellKey(cell), figureAt(report, cell) ?? 0]));
}

/** What is not the same on both sides, in the order of the form. */
export function differencesBetween(published: Values, now: Values): readonly FigureDifference[] {
  const keys = new Set([...published.keys(), ...now.keys()]);
  return [...keys]
    .map((cell) => ({ cell, published: published.get(cell) ?? null, now: now.get(cell) ?? null }))
    .filter((one) => one.published !== one.now);
}

/** The name of a figure in the words of the form. */
export function figureLabel(key: string, form: ReportForm): string {
  const cell = cellOfKey(key, form);
  if (cell !== null) return cellLabel(cell, form);
  if (key === PROCUREMENT) return '政府集中采购“采购总金额”';
  if (key === SECTION_ONE_TOTAL) return '一、总体情况 主动公开条数合计';
  const [channel, category] = JSON.parse(key.slice(SECTION_ONE.length)) as readonly (string | null)[];
  return `一、总体情况“${channel}”${category === undefined ? '' : `之“${category ?? '未分类'}”`}条数`;
}

/** Differences with the names of their figures. */
export function labelled(differences: readonly FigureDifference[], form: ReportForm): readonly LabelledDifference[] {
  return differences.map((one) => ({ ...one, label: figureLabel(one.cell, form) }));
}

/** Key of 采购总金额. */
export const PROCUREMENT = 'table2/procurement/amountText';
/** How the keys of section 一 begin. */
export const SECTION_ONE = 'sectionOne/';
/** Key of the items published in all. */
export const SECTION_ONE_TOTAL = `${SECTION_ONE}total`;

/** The one figure that may have decimals goes by its digits: an event holds whole numbers only. */
function exact(cell: CellAddress, figure: number | null): FigureValue {
  return cell.table === 2 && cell.column === 'amount10k' && figure !== null ? String(figure) : figure;
}

/** Labels of channels are free text: their keys are JSON, as in the counters of a register. */
function sectionOneValues({ total, channels }: SectionOne): readonly (readonly [string, number])[] {
  const ofChannels = channels.flatMap(({ channel, count, categories }) => [
    [`${SECTION_ONE}${JSON.stringify([channel])}`, count] as const,
    ...categories.map((one) => [`${SECTION_ONE}${JSON.stringify([channel, one.category])}`, one.count] as const),
  ]);
  return [[SECTION_ONE_TOTAL, total], ...ofChannels];
}
