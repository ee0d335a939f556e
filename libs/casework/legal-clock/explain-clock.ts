import type { ClockDay, ClockReading, SideClock } from './clock-reading.js';
import { CLOCK_STATE_LABELS } from './clock-state.js';

/** The reading of a clock in plain Chinese, one thought a line: start, parts, due date, pauses, days off, side clocks, breaches. */
export function explainClockInChinese(reading: ClockReading): string[] {
  return [
    `时钟状态：${CLOCK_STATE_LABELS[reading.state]}`,
    ...startLine(reading),
    ...reading.parts.map(({ label, article, workingDays }) =>
      workingDays === null
        ? `${label}：正在征求意见，送达日期未知，结束之日待定（${article}）`
        : `${label}：${workingDays} 个工作日（${article}）`,
    ),
    ...dueLines(reading),
    ...stretches(reading.days).map(stretchLine),
    ...endLines(reading),
    ...reading.sideClocks.map(sideLine),
    ...reading.breaches.map(({ message, article }) => `违规提示：${message}（${article}）`),
  ];
}

function startLine({ start, state }: ClockReading): string[] {
  if (start !== null) return [`自 ${start.on}（${start.label}，${start.article}）的次日起算，当日不计`];
  return state === 'not-started' ? ['尚未与申请人确认收到申请，答复期限未起算（第三十一条）'] : [];
}

function dueLines({ due, provisional, calendarVersions, originalDue }: ReadonlyDue): string[] {
  const lines: string[] = [];
  if (due !== null) lines.push(`答复期限届满日：${due}${mark(provisional)}`);
  if (calendarVersions.length > 0) lines.push(`所依据的工作日历：${calendarVersions.join('、')}`);
  if (originalDue !== null) lines.push(`原答复期限届满日（补正或收费通知之前）：${originalDue}`);
  return lines;
}

type ReadonlyDue = Pick<ClockReading, 'due' | 'provisional' | 'calendarVersions' | 'originalDue'>;

function mark(provisional: boolean): string {
  return provisional ? '（暂定：所跨年份的工作日历尚未公布）' : '';
}

interface Stretch {
  readonly first: ClockDay;
  last: ClockDay;
  readonly text: string;
}

/** Runs of days with the same remarkable reason; ordinary days are not worth a line. */
function stretches(days: readonly ClockDay[]): Stretch[] {
  const found: Stretch[] = [];
  let open: Stretch | undefined;
  for (const day of days) {
    if (day.kind === 'not-working' && day.notice === undefined) continue; // an ordinary weekend tears no stretch apart
    const text = remark(day);
    if (text === open?.text && open !== undefined) {
      open.last = day;
      continue;
    }
    open = text === undefined ? undefined : { first: day, last: day, text };
    if (open) found.push(open);
  }
  return found;
}

function remark(day: ClockDay): string | undefined {
  if (day.kind === 'paused') return `征求意见，不计入（${day.consultationIds.join('、')}）`;
  if (day.kind === 'not-working') return `${day.because}，不计入`;
  return day.because === '工作日' || !day.known ? undefined : `${day.because}，计入`;
}

function stretchLine({ first, last, text }: Stretch): string {
  return first === last ? `${first.date}：${text}` : `${first.date} 至 ${last.date}：${text}`;
}

function endLines({ stoppedOn, late, due }: ClockReading): string[] {
  if (stoppedOn === null) return [];
  if (late === null) return [`案件于 ${stoppedOn} 办结，没有发出答复的记录，时钟停止`];
  return [`答复于 ${stoppedOn} 发出，${late ? `逾期（应不迟于 ${due}）` : '未逾期'}`];
}

function sideLine({ code, label, article, due, provisional, doneOn, consultationId }: SideClock): string {
  const what = consultationId === undefined ? label : `${label}（${consultationId}）`;
  // The period of a reply runs, whatever was delivered; a consultation without an end leaves open until when.
  const open = code === 'risk' ? '正在征求意见，届满日待定' : '送达日期未知，尚未起算';
  const until = due === null ? open : `${due}${mark(provisional)}`;
  return `${what}：${until}${doneOn === null ? '' : `，已于 ${doneOn} 完成`}（${article}）`;
}
