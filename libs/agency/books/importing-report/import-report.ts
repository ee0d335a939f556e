import { z } from 'zod';
import { canonicalJson, localDateSchema, Refused, RuleBroken, type EventOf, type Json } from '#kernel';
import { notInFuture } from '#casework';
import { assertApprovedByAnother } from '../../approval.js';
import type { AgencyYear, CommandContext, CommandFacts } from '../../command.js';
import { TABLE_SCOPES } from '../../table-scope.js';
import { isClosed, standingImport, type Books } from '../books.js';
import { publishedReportSchema, type PublishedReport } from './published-report.js';
import { precedenceSchema, reportImported, reportSourceSchema, type ImportedReport } from './report-imported.js';

const body = z.strictObject({
  on: localDateSchema.describe('导入之日'),
  scope: z.enum(TABLE_SCOPES).default('own').describe('报告的统计范围：own=本机关；level=本级；region=本地区'),
  source: reportSourceSchema,
  report: publishedReportSchema,
  nameConfirmed: z.literal(true).exactOptional().describe('报告所载名称与登记名称不同，但确为该机关的报告'),
  precedence: precedenceSchema
    .exactOptional()
    .describe('仅用于该年度在本系统办件的机关：改按导入的报告汇总，写明理由和批准人'),
});

/** Body of an import. */
export type ImportReportBody = z.output<typeof body>;

/** 导入公布的报告. Led by the office, which knows whether cases of the body are kept here. */
export const importReport = {
  name: 'import-report',
  label: '导入公布的报告',
  article: '第四十九条；国办发〔2014〕32号',
  roles: ['handler', 'head', 'operator'],
  commutes: false,
  body,
  event: reportImported,
} as const satisfies CommandFacts;

/** What judging an import may look at besides the books. */
export interface ImportContext extends CommandContext {
  /** Name of the body at the end of the year. */
  readonly agencyName: string;
  /** Whether cases or a register of that year are kept here. */
  readonly keepsBooks: boolean;
}

/**
 * Judges an import and makes its event. Raises `date-in-future`, `year-not-over`, `report-of-other-year`, `report-of-other-agency`,
 * `year-closed` (the body has an edition here), `keeps-books-here`, `four-eyes`, `mixed-rows`, `already-imported`.
 */
export function decideImport(
  books: Books,
  input: ImportReportBody,
  context: ImportContext,
): EventOf<typeof reportImported> {
  notInFuture(input.on, context.now);
  assertOfYear(books, input);
  assertOfAgency(input, context);
  if (input.scope === 'own') assertCounts(books, input, context);
  assertOneForm(input.report);
  const data = eventData(books, input);
  const standing = standingImport(books, input.scope);
  if (standing !== null && sameFigures(standing, data)) {
    throw new Refused('already-imported', `这些数字已于 ${standing.on} 导入（${standing.source.file}）`, {
      on: standing.on,
    });
  }
  return { type: reportImported.type, data };
}

function assertOfYear({ year }: AgencyYear, { on, report }: ImportReportBody): void {
  if (on <= `${year}-12-31`) throw new Refused('year-not-over', `${year} 年度尚未结束，不能导入其报告`, { year });
  if (report.year === null || report.year === year) return;
  throw new RuleBroken(
    'report-of-other-year',
    'body.report.year',
    `这是 ${report.year} 年度的报告，而不是 ${year} 年度`,
  );
}

function assertOfAgency({ report, nameConfirmed }: ImportReportBody, { agencyName }: ImportContext): void {
  const [published, known] = [report.agency ?? '', agencyName].map(withoutBlanks) as [string, string];
  if (nameConfirmed || published === '' || published.includes(known) || known.includes(published)) return;
  throw new RuleBroken(
    'report-of-other-agency',
    'body.report.agency',
    `报告所载机关为“${report.agency ?? ''}”，而不是“${agencyName}”；确为其报告的，请确认名称（nameConfirmed）`,
  );
}

/** Labels of published pages have blanks in them, and the note that the excerpt shows no name. */
function withoutBlanks(name: string): string {
  return name.replace(/\s+/gu, '').replace(/^[（(]节选未显示名称[）)]$/u, '');
}

/** Figures of a body that keeps its cases here come from its cases, unless somebody decides otherwise. */
function assertCounts(books: Books, { precedence }: ImportReportBody, { keepsBooks, actor }: ImportContext): void {
  if (isClosed(books)) {
    throw new Refused('year-closed', `${books.year} 年度已在本系统结账，以其版次为准`, { year: books.year });
  }
  if (precedence !== undefined)
    return assertApprovedByAnother(precedence.approvedBy, actor, 'body.precedence.approvedBy');
  if (!keepsBooks) return;
  throw new Refused(
    'keeps-books-here',
    `机关 ${books.agency} 在 ${books.year} 年度有本系统的办件或台账；要改按导入的报告汇总，须写明理由和批准人（precedence）`,
    { agency: books.agency, year: books.year },
  );
}

/** （六） is one row or three; both at once would be counted twice. */
function assertOneForm({ table3 }: PublishedReport): void {
  const rows = Object.keys(table3 ?? {});
  if (!rows.includes('other.all') || rows.filter((row) => row.startsWith('other.')).length === 1) return;
  throw new RuleBroken('mixed-rows', 'body.report.table3', '（六）其他处理只能是一行或三行，不能兼有');
}

function eventData(
  { agency, year }: AgencyYear,
  { on, scope, source, report, precedence }: ImportReportBody,
): ImportedReport {
  const { format, table3, table4 } = report;
  return {
    agency,
    year,
    on,
    scope,
    form: format,
    publishedBy: report.agency ?? null,
    source,
    ...(precedence !== undefined && { precedence }),
    table2: report.format === '2021' ? withDigits(report.table2) : withoutLocalRow(report.table2),
    table3,
    table4,
  };
}

function withDigits(table2: Extract<PublishedReport, { format: '2021' }>['table2']): ImportedReport['table2'] {
  const { fees, ...rest } = table2 ?? {};
  const amount = fees?.amount10k;
  if (table2 === null || amount === undefined) return table2 as ImportedReport['table2'];
  return { ...rest, fees: { amount10k: amount === null ? null : String(amount) } };
}

/** A row that a place added to its form is in no total. */
function withoutLocalRow(table2: Extract<PublishedReport, { format: '2019' }>['table2']): ImportedReport['table2'] {
  if (table2 === null) return null;
  const { otherDocuments: _local, ...rest } = table2;
  return rest;
}

function sameFigures(a: ImportedReport, b: ImportedReport): boolean {
  const text = ({ form, source, precedence, table2, table3, table4 }: ImportedReport) =>
    canonicalJson({ form, sha256: source.sha256, precedence: precedence ?? null, table2, table3, table4 } as Json);
  return text(a) === text(b);
}
