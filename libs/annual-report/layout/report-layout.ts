import type { LocalDate } from '#kernel';
import type { AnnualReport, Paragraph, ReportSection } from '../report/annual-report.js';
import { DRAFT_MARK, draftNotice } from './draft.js';
import { gapNotices } from './gap-notices.js';
import { printable, printableLines } from './printable.js';
import type { TableGrid } from './table-grid.js';
import { tableGrid, type TableNumber } from './tables.js';

/** A report as it goes down the page; HTML, DOCX and PDF print these blocks one after the other. All text can be printed as it is. */
export interface ReportLayout {
  readonly title: string;
  /** Name of the agency, for the properties of a file. */
  readonly author: string;
  /** The title as it is broken on the page: the agency, then the rest. */
  readonly titleLines: readonly string[];
  /** What stands over every page of a draft; `null`: the report may be handed in. */
  readonly draftNotice: string | null;
  readonly blocks: readonly LayoutBlock[];
}

/** One block of a page. */
export type LayoutBlock = TextBlock | TableBlock;

/** A piece of running text. */
export interface TextBlock {
  /** `notice`: what the figures of a level or region lack; it stands before all others. */
  readonly kind: 'notice' | 'section' | 'part' | 'paragraph' | 'signature';
  readonly text: string;
  /** A paragraph of last year's that nobody has confirmed; its text begins with the mark. */
  readonly draft?: true;
}

/** A table of the form. */
export interface TableBlock {
  readonly kind: 'table';
  readonly table: TableNumber;
  readonly grid: TableGrid;
}

/** What stands where on the pages of a report. */
export function layoutOf(report: AnnualReport): ReportLayout {
  return {
    title: printable(report.title),
    author: printable(report.agencyName),
    titleLines: titleLines(report).map(printable),
    draftNotice: draftNotice(report),
    blocks: [
      ...gapNotices(report).map((text) => ({ kind: 'notice' as const, text: printable(text) })),
      ...report.preamble.flatMap(paragraphBlocks),
      ...report.sections.flatMap((section) => sectionBlocks(report, section)),
      ...signatureBlocks(report),
    ],
  };
}

/** A line ends where a word does: behind the name of the agency, if the title begins with it. */
function titleLines({ title, agencyName }: AnnualReport): readonly string[] {
  const rest = title.startsWith(agencyName) ? title.slice(agencyName.length) : '';
  return rest === '' ? [title] : [agencyName, rest];
}

function sectionBlocks(report: AnnualReport, { title, parts, table }: ReportSection): readonly LayoutBlock[] {
  return [
    { kind: 'section', text: printable(title) },
    ...parts.flatMap(({ heading, paragraphs }): readonly LayoutBlock[] => [
      ...(heading === null ? [] : [{ kind: 'part' as const, text: printable(heading) }]),
      ...paragraphs.flatMap(paragraphBlocks),
    ]),
    ...(table === null ? [] : [{ kind: 'table' as const, table, grid: printableGrid(report, table) }]),
  ];
}

function paragraphBlocks({ text, origin }: Paragraph): readonly TextBlock[] {
  return printableLines(text).map((line) =>
    origin === 'draft'
      ? { kind: 'paragraph', text: `【${DRAFT_MARK}】${line}`, draft: true }
      : { kind: 'paragraph', text: line },
  );
}

function printableGrid({ figures, feeDecimals }: AnnualReport, table: TableNumber): TableGrid {
  const grid = tableGrid(figures, table, feeDecimals);
  const cells = grid.cells.map((cell) => ({ ...cell, text: printable(cell.text), lines: cell.lines.map(printable) }));
  return { ...grid, cells };
}

/** Who reports, and the date, on the right under the report. */
function signatureBlocks({ agencyName, signedOn }: AnnualReport): readonly TextBlock[] {
  const lines = signedOn === null ? [agencyName] : [agencyName, dateText(signedOn)];
  return lines.map((line) => ({ kind: 'signature', text: printable(line) }));
}

/** `2023年1月9日`. */
function dateText(date: LocalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}
