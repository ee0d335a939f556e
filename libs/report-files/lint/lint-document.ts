import type { PublishedReport } from '#annual-report';
import type { GongkaiError } from '#kernel';
import { cellKey, TABLE4_BLOCKS, table2Cells, table3Rows, type RuleResult } from '#statistics';
import type { FileKind } from '../reading/file-kind.js';
import type { LintedReport } from './lint-reports.js';

/** A linted report for machines, with the fields of published data (docs/formats/published-report.md) and what the lint adds. */
export type LintDocument = ReturnType<typeof lintDocument>;

/** A file that could not be read, for machines. */
export type UnreadDocument = ReturnType<typeof unreadDocument>;

/** The report as published data has it: nothing computed or filled in, a blank cell is `null`; then the rules and what is unread. */
export function lintDocument({ name, kind, encoding, notes, report, ...linted }: LintedReport) {
  return {
    file: name,
    kind,
    encoding,
    status: linted.rules.some(({ status }) => status === 'failed') ? ('failed' as const) : ('passed' as const),
    id: idOf(name),
    agency: report.agency,
    year: report.year,
    format: report.form,
    source: { kind: SOURCE_KINDS[kind] },
    complete: completeTables(report).table3,
    completeTables: completeTables(report),
    table2: report.table2,
    table3: report.table3,
    table4: report.table4,
    narrative: narrativeOf(report),
    quirks: quirksOf(report),
    notes,
    lastYear: linted.lastYear,
    rules: linted.rules.map(ruleDocument),
    blank: linted.blank,
    unread: report.unread.map(({ cell, ...rest }) => ({ ...rest, cell: cell && cellKey(cell) })),
    remarks: report.remarks.map(({ cell, ...rest }) => ({ cell: cellKey(cell), ...rest })),
  };
}

/** What is told of a file that could not be read: no figures, and why. */
export function unreadDocument(name: string, { code, message, facts }: GongkaiError) {
  return { file: name, status: 'unreadable' as const, error: { code, message, ...facts } };
}

/** Kinds of sources as published data names them. */
const SOURCE_KINDS: Readonly<Record<FileKind, string>> = {
  text: 'text',
  markdown: 'markdown',
  html: 'html',
  pdf: 'pdf',
  docx: 'document',
  xlsx: 'document',
  xls: 'document',
};

/** The file name without folders and ending. */
function idOf(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}

function ruleDocument({ findings, ...result }: RuleResult) {
  return {
    ...result,
    findings: findings.map(({ message, cells }) => ({ message, cells: cells.map(cellKey) })),
  };
}

/** A table is complete where every row and cell of the form is shown and read; blank cells are shown. */
function completeTables(report: PublishedReport) {
  const { table2, table3, table4, unread, otherAsOneRow } = report;
  const form = report.form ?? '2021';
  const isRead = (table: 2 | 3 | 4) => unread.every((each) => each.table !== null && each.table !== table);
  const rows2 = table2Cells(form).map(({ row }) => row);
  const rows3 = table3Rows(otherAsOneRow ? '2019' : form);
  return {
    table2: table2 !== null && isRead(2) && rows2.every((row) => row in table2),
    table3: table3 !== null && isRead(3) && rows3.every((row) => row in table3),
    table4: table4 !== null && isRead(4) && TABLE4_BLOCKS.every((block) => block in table4),
  };
}

/**
 * Figures by their names, and the sentences that state them, each once; `null`: the text states none. One that the text gives different
 * values is left out, and listed in `unread`.
 */
function narrativeOf({ narrative }: PublishedReport): Readonly<Record<string, number | string>> | null {
  if (narrative.length === 0) return null;
  const figures = Object.fromEntries(
    [...Map.groupBy(narrative, ({ key }) => key)].flatMap(([key, [first, ...more]]) =>
      first === undefined || more.length > 0 ? [] : [[key, first.value]],
    ),
  );
  return { ...figures, text: [...new Set(narrative.map(({ sentence }) => sentence))].join('…') };
}

/** Oddities of layout and wording that the reading met. */
function quirksOf({ otherAsOneRow, form, remarks }: PublishedReport): readonly string[] {
  return [
    ...(otherAsOneRow && form === '2021' ? ['（六）其他处理合为一行'] : []),
    ...remarks.map(({ text, place }) => `${place}：${text}`),
  ];
}
