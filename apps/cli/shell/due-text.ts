import type { DueDate } from '#casework';

/** A due date with what it rests on: `2024-03-29（CN-2024-1）`. */
export function dueText({ due, provisional, calendarVersions }: DueDate): string {
  if (due === null) return '无';
  const basis = [...calendarVersions, ...(provisional ? ['暂定'] : [])];
  return basis.length === 0 ? due : `${due}（${basis.join('、')}）`;
}

/** Whether a reply was late, in Chinese; `null` where there is no reply. */
export function lateText(late: boolean | null): string {
  return late === null ? '未答复' : late ? '逾期' : '未逾期';
}
