import { closeSync, openSync, writeFileSync } from 'node:fs';
import { reasonOf } from '../shell/read-json-file.js';
import { UsageFault } from '../shell/usage-fault.js';
import { importDocument, type ImportReport, type ReportLine } from './import-report.js';

const HEADS: Readonly<Record<keyof ReportLine, string>> = {
  row: '行',
  caseNumber: '登记编号',
  verdict: '结果',
  field: '字段',
  column: '列',
  value: '单元格内容',
  reason: '原因',
};

const VERDICTS: Readonly<Record<ReportLine['verdict'], string>> = {
  refused: '不能登记',
  differs: '与已有记录不同',
  taken: '与已有记录不同',
  repeated: '重复，略过',
  total: '合计行，略过',
  'ended-before-opening': '期初以前办结，略过',
};

/** Raises `UsageFault` for a name that is neither `.json` nor `.csv` or cannot be written: before anything is recorded. */
export function assertWritable(file: string): void {
  if (!/\.(json|csv)$/i.test(file)) throw new UsageFault(`--report 应为 .json 或 .csv 文件，而不是 ${file}`);
  writing(file, () => closeSync(openSync(file, 'a', 0o600)));
}

/** Writes the whole report: JSON as `--json` prints it, or CSV with a line for each row that was not taken over. */
export function writeReport(file: string, report: ImportReport): void {
  const text = /\.json$/i.test(file) ? `${JSON.stringify(importDocument(report), null, 2)}\n` : csvOf(report.lines);
  writing(file, () => writeFileSync(file, text, { mode: 0o600 }));
}

/** With a byte order mark, or spreadsheet programs on Chinese Windows take UTF-8 for GBK. */
export function csvOf(lines: readonly ReportLine[]): string {
  const columns = Object.keys(HEADS) as (keyof ReportLine)[];
  const rows = lines.map((line) =>
    columns.map((name) => (name === 'verdict' ? VERDICTS[line.verdict] : (line[name] ?? ''))),
  );
  const text = [columns.map((name) => HEADS[name]), ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
  return `\uFEFF${text}\r\n`;
}

/** What a spreadsheet would take for a formula is made text by an apostrophe; quotes are doubled. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writing(file: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    throw new UsageFault(`无法写入文件 ${file}：${reasonOf(cause, '文件夹不存在')}`, 'file-unwritable', { cause });
  }
}
