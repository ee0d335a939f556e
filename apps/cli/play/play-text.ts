import { errorLines } from '../shell/print-error.js';
import { MAX_LISTED, type PlayReport, type RefusedLine } from './play-report.js';

/** The report for people: counts, then every refused line with its reason. */
export function playText(report: PlayReport): string {
  const { recorded, alreadyRecorded, refused, refusedLines, stopped } = report;
  const counts = `新记录 ${recorded} 条，此前已记录 ${alreadyRecorded} 条，被拒绝 ${refused} 条`;
  return [
    ...refusedLines.flatMap(refusedText),
    ...(refused > MAX_LISTED ? [`（只列出前 ${MAX_LISTED} 条被拒绝的行）`] : []),
    counts,
    ...(stopped === 'refused' ? ['已在第一条被拒绝的行停止；改正后可再次执行，已记录的不会重复记录'] : []),
    ...(stopped === 'interrupted' ? ['已中断；已记录的内容均已落盘，可再次执行以继续'] : []),
  ].join('\n');
}

/** Where a line stands and why it was refused. */
function refusedText({ file, line, command, case: caseId, error }: RefusedLine): readonly string[] {
  const what = [command, caseId].filter((word) => word !== null).join(' ');
  return [`${file}:${line}：${what}`.replace(/：$/, ''), ...errorLines(error).map((text) => `  ${text}`)];
}
