import type { GongkaiError } from '#kernel';
import { FILE_KIND_LABELS, unreadTexts, type LintedReport } from '#report-files';
import { errorLines } from '../shell/print-error.js';
import { textTable } from '../shell/text-table.js';
import { figuresText } from './figures-text.js';
import type { FileResult } from './lint-files.js';
import { summaryOf } from './summary.js';

/** Every file with its figures and what is wrong with them; over several files a table of all in the end. */
export function lintText(results: readonly FileResult[]): string {
  const parts = results.map(({ name, linted, error }) =>
    error === null ? reportText(linted) : errorText(name, error),
  );
  return [...parts, ...(results.length > 1 ? [overviewText(results)] : [])].join('\n\n');
}

function errorText(name: string, error: GongkaiError): string {
  return [name, ...errorLines(error)].join('\n');
}

function reportText(linted: LintedReport): string {
  const { name, kind, report, notes, rules, blank } = linted;
  const failed = rules.filter(({ status }) => status === 'failed');
  const namesOf = (status: string) =>
    rules
      .filter((one) => one.status === status)
      .map(({ rule }) => rule)
      .join('、');
  return [
    name,
    `机关：${report.agency ?? '未载明'}  年度：${String(report.year ?? '未载明')}  格式：${formText(linted)}  文件：${FILE_KIND_LABELS[kind]}`,
    ...figuresText(linted),
    ...failed.flatMap(({ rule, title, findings }) => [
      `不符 ${rule}：${title}`,
      ...findings.map(({ message }) => `  ${message}`),
    ]),
    `符合：${namesOf('passed') || '无'}；不适用：${namesOf('not-applicable') || '无'}`,
    ...(blank.length === 0 ? [] : [`空白单元格 ${String(blank.length)} 个（合计时按 0 计，不作 0 读）`]),
    ...unreadTexts(report).map((text) => `未读出 ${text}`),
    ...notes.map((note) => `说明：${note}`),
    ...(linted.lastYear === null ? [] : [`已与上年度报告比对：${linted.lastYear}`]),
  ].join('\n');
}

function formText({ report: { form, otherAsOneRow } }: LintedReport): string {
  if (form === null) return '两种格式均可';
  return form === '2021' && otherAsOneRow ? '2021（（六）其他处理合为一行）' : form;
}

function overviewText(results: readonly FileResult[]): string {
  const heads = ['文件', '机关', '年度', '格式', '结果', '未读出'];
  const rows = results.map(({ name, linted, error }) =>
    error === null
      ? [
          name,
          linted.report.agency ?? '未载明',
          String(linted.report.year ?? '未载明'),
          linted.report.form ?? '',
          verdict(linted),
          String(linted.report.unread.length),
        ]
      : [name, '', '', '', `无法读取（${error.code}）`, ''],
  );
  const { files, passed, failed, unreadable } = summaryOf(results);
  const table = textTable(
    heads.map((head) => ({ head })),
    rows,
  );
  return `${table}\n\n共 ${String(files)} 份：没有不符 ${String(passed)} 份，有规则不符 ${String(failed)} 份，无法读取 ${String(unreadable)} 份`;
}

function verdict({ rules }: LintedReport): string {
  const failed = rules.filter(({ status }) => status === 'failed').map(({ rule }) => rule);
  return failed.length === 0 ? '没有不符' : `不符 ${failed.join('、')}`;
}
