import type { ReportFigures } from '#statistics';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'reports');

/** The published reports of the tests, and what stands beside them as published data. */
export const REPORTS = [
  '2022-songzhuang-zhen.txt',
  '2023-huaian-hongze-qu.txt',
  '2024-huaian-hongze-qu.txt',
  '2023-shuyang-fagaiju.html',
  '2024-shanghai-stcsm.txt',
] as const;

/** A report as the tests know it. */
export interface Expected extends Omit<ReportFigures, 'form'> {
  readonly format: ReportFigures['form'];
  readonly agency: string;
  readonly completeTables: { readonly table2: boolean; readonly table3: boolean; readonly table4: boolean };
}

/** The bytes of a report. */
export function bytesOf(report: string): Buffer {
  return readFileSync(join(folder, report));
}

/** Its figures as published, cell by cell. */
export function expectedOf(report: string): Expected {
  return JSON.parse(readFileSync(join(folder, report.replace(/\.\w+$/, '.json')), 'utf8')) as Expected;
}
