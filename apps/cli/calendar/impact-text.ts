import type { CalendarImpact } from '#office';
import { dueText } from '../shell/due-text.js';
import { withNext } from '../shell/next-page.js';
import { textTable } from '../shell/text-table.js';

/** Which open cases a calendar version moves, with the old and the new due date. */
export function impactText({ version, notice, days, openCases, moved, moves, next }: CalendarImpact): string {
  const head = [
    `工作日历 ${version}（${notice.number ?? '文号不详'}，${notice.published} 公布）：在办 ${openCases} 件，其中 ${moved} 件期限变动`,
    `改为不计（放假、休息）的日子：${days.becomesOff.join('、') || '无'}`,
    `改为工作日的日子：${days.becomesWorking.join('、') || '无'}`,
  ].join('\n');
  if (moves.length === 0) return head;
  const table = textTable(
    ['案件编号', '登记号', '机关', '原期限', '新期限'].map((name) => ({ head: name })),
    moves.map(({ caseId, caseNumber, agency, before, after }) => [
      caseId,
      caseNumber,
      agency,
      dueText(before),
      dueText(after),
    ]),
  );
  return withNext(`${head}\n\n${table}`, next);
}
