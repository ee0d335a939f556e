import { textTable } from '../shell/text-table.js';
import type { ImportReport, ReportLine } from './import-report.js';
import { kindLines, rowLines, type YearLine } from './year-lines.js';

/** Lines that the screen shows; a file given by `--report` has them all. */
const MAX_SHOWN = 50;

/** The report for people: rows that were not taken over and why, the tables that the others make, the counts. */
export function importText(report: ImportReport, reportFile: string | undefined): string {
  const { lines, notes, years } = report;
  const more = lines.length - MAX_SHOWN;
  return [
    ...lines.slice(0, MAX_SHOWN).map(lineText),
    ...(more > 0 ? [`……另有 ${more} 条，${reportFile === undefined ? '可用 --report 写入文件' : '见报告文件'}`] : []),
    ...notes.map((note) => `说明：${note}`),
    ...(years.length === 0 ? [] : [tableOf('第三部分各行（总计）', years, rowLines(years))]),
    ...(years.length === 0 ? [] : [tableOf('新收申请的申请人情况', years, kindLines(years))]),
    countsText(report),
    ...endText(report),
  ].join('\n');
}

function lineText({ row, caseNumber, column, value, reason }: ReportLine): string {
  const words = [`第 ${row} 行`, caseNumber, column === null ? '' : `“${column}”`].filter((word) => word !== '');
  return `${words.join(' ')}：${reason}${value === '' ? '' : `（${value}）`}`;
}

function tableOf(title: string, years: ImportReport['years'], lines: readonly YearLine[]): string {
  const heads = years.map(({ year }) => ({ head: String(year), align: 'right' }) as const);
  return `\n${textTable(
    [{ head: title }, ...heads],
    lines.map(({ label, figures }) => [label, ...figures]),
  )}\n`;
}

function countsText({ counts, dryRun, stopped, entriesRecorded }: ImportReport): string {
  const would = dryRun || stopped === 'strict';
  return [
    `${would ? '可登记' : '已登记'} ${counts.accepted} 件${would ? '' : `（${entriesRecorded} 条记录）`}`,
    `此前已登记 ${counts.alreadyRecorded} 件`,
    `不能登记 ${counts.refused} 行`,
    `与已有记录不同 ${counts.differing} 件`,
    `略过 ${counts.passedOver} 行`,
  ].join('，');
}

function endText({ stopped, dryRun }: ImportReport): readonly string[] {
  if (stopped === 'interrupted') return ['已中断；已登记的均已落盘，可再次执行以继续'];
  if (stopped === 'strict') return ['有不能登记的行，按 --strict 一行也没有登记'];
  return dryRun ? ['只作核对，没有登记'] : [];
}
