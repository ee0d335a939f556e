import type { ReportGaps } from '#agency';
import {
  figureAt,
  table2Cells,
  TABLE3_COLUMNS,
  table3Rows,
  TABLE4_BLOCKS,
  TABLE4_COLUMNS,
  type SummedFigures,
} from '#statistics';
import { isDraft, statusLabel } from '../layout/draft.js';
import type { AnnualReport, Paragraph } from './annual-report.js';
import { REPORT_JSON_FORMAT } from './report-schema.js';

/**
 * A report for machines, by docs/formats/annual-report.schema.json: all that any output prints, texts unchanged, a figure that nobody
 * recorded as `null`. Every member stands in the order of the schema, whatever the order in the report: equal reports, equal text.
 */
export function renderJson(report: AnnualReport): string {
  const { figures, period, edition } = report;
  const document = {
    format: REPORT_JSON_FORMAT,
    status: isDraft(report) ? 'draft' : 'issued',
    statusLabel: statusLabel(report),
    title: report.title,
    agency: report.agency,
    agencyName: report.agencyName,
    year: report.year,
    scope: report.scope,
    period: { from: period.from, to: period.to },
    signedOn: report.signedOn,
    edition: edition === null ? null : { number: edition.number, digest: edition.digest },
    issue: report.issue === null ? null : { number: report.issue.number, on: report.issue.on },
    form: figures.form,
    ...(report.gaps !== undefined && { gaps: gapsJson(report.gaps) }),
    preamble: report.preamble.map(paragraphJson),
    sections: report.sections.map(({ title, parts, table }) => ({
      title,
      parts: parts.map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.map(paragraphJson) })),
      table,
    })),
    published: publishedJson(figures),
    feeDecimals: report.feeDecimals,
    tables: { table2: table2Json(figures), table3: table3Json(figures), table4: table4Json(figures) },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function paragraphJson({ text, origin, sentence }: Paragraph): Paragraph {
  return { text, origin, ...(sentence !== undefined && { sentence }) };
}

function publishedJson({ published }: SummedFigures): object | null {
  if (published === undefined) return null;
  return {
    total: published.total,
    channels: published.channels.map(({ channel, count, categories }) => ({
      channel,
      count,
      categories: categories.map((one) => ({ category: one.category, count: one.count })),
    })),
  };
}

function gapsJson({ missing, notClosed, undecided, unknown, sectionOne }: ReportGaps): ReportGaps {
  const bodies = (of: ReportGaps['missing']) => of.map(({ agency, name }) => ({ agency, name }));
  return {
    missing: bodies(missing),
    notClosed: bodies(notClosed),
    ...(undecided !== undefined && { undecided: bodies(undecided) }),
    unknown: unknown.map(({ cell, label, of }) => ({ cell, label, of: bodies(of) })),
    sectionOne: bodies(sectionOne),
  };
}

function table2Json(figures: SummedFigures): object {
  const rows = Map.groupBy(table2Cells(figures.form), ({ row }) => row);
  const { table2 } = figures;
  return Object.fromEntries(
    [...rows].map(([row, cells]) => [
      row,
      {
        ...Object.fromEntries(cells.map((cell) => [cell.column, figureAt(figures, cell) ?? null])),
        ...(row === 'procurement' && 'procurement' in table2 && { amountText: table2.procurement.amountText }),
      },
    ]),
  );
}

function table3Json({ form, table3 }: SummedFigures): object {
  return Object.fromEntries(
    table3Rows(form).map((row) => [row, TABLE3_COLUMNS.map((_, index) => table3[row]?.[index] ?? null)]),
  );
}

function table4Json({ table4 }: SummedFigures): object {
  return Object.fromEntries(
    TABLE4_BLOCKS.map((block) => [block, TABLE4_COLUMNS.map((_, index) => table4[block][index] ?? null)]),
  );
}
