import type { WorkingDayCalendar } from '#calendar';
import type { Case } from '../case.js';
import { breachesOf } from './breaches.js';
import { clockDays } from './clock-days.js';
import type { ClockPart, ClockReading, ClockStart } from './clock-reading.js';
import { clockState } from './clock-state.js';
import { deadlineOf, NO_DUE_DATE, REPLY_WORKING_DAYS, type Deadline } from './deadline.js';
import { periodsOf, type Period, type PeriodStart } from './periods.js';
import { sideClocksOf } from './side-clocks.js';

const STARTS: Readonly<Record<PeriodStart, Pick<ClockStart, 'label' | 'article'>>> = {
  receipt: { label: '收到申请之日', article: '第三十一条' },
  correction: { label: '收到补正申请之日', article: '第三十条' },
  payment: { label: '申请人完成缴费之日', article: '国办函〔2020〕109号' },
};

/** The clock of a case, explained part by part and day by day. {@link dueDate} gives the same date without the reasons. */
export function readClock(state: Case, calendar: WorkingDayCalendar): ClockReading {
  const breaches = breachesOf(state, calendar);
  return {
    state: clockState(state),
    ...presentPeriod(state, calendar),
    originalDue: originalDue(state, calendar),
    stoppedOn: state.ending?.on ?? null,
    late: state.reply === null ? null : breaches.some(({ code }) => code === 'reply_late'),
    sideClocks: sideClocksOf(state, calendar),
    breaches,
  };
}

type PresentPeriod = Pick<ClockReading, 'start' | 'parts' | 'due' | 'provisional' | 'calendarVersions' | 'days'>;

function presentPeriod(state: Case, calendar: WorkingDayCalendar): PresentPeriod {
  const period = periodsOf(state).at(-1);
  if (period === undefined || period.interruptedOn !== null)
    return { start: null, parts: [], ...NO_DUE_DATE, days: [] };
  const deadline = deadlineOf(state, period, calendar);
  const { due, provisional, calendarVersions } = deadline;
  return {
    start: { on: period.startedOn, because: period.startedBy, ...STARTS[period.startedBy] },
    parts: partsOf(deadline, calendar),
    due,
    provisional,
    calendarVersions,
    days: clockDays(state, period, deadline, calendar),
  };
}

function partsOf(
  { due, statutoryDue, extensionDays, pausedDays }: Deadline,
  calendar: WorkingDayCalendar,
): ClockPart[] {
  const parts: ClockPart[] = [
    { label: '法定答复期限', article: '第三十三条第二款', workingDays: REPLY_WORKING_DAYS },
    { label: '延长答复期限', article: '第三十三条第二款', workingDays: extensionDays },
    { label: '征求意见所需时间', article: '第三十三条第三款', workingDays: pausedDays },
  ];
  if (due !== null && statutoryDue !== null && due > statutoryDue) {
    const { days } = calendar.workingDaysBetween(statutoryDue, due);
    parts.push({ label: '延迟答复', article: '第三十五条', workingDays: days });
  }
  return parts.filter(({ workingDays }) => workingDays !== 0);
}

/** The first period, if something cut it off. */
function originalDue(state: Case, calendar: WorkingDayCalendar): ClockReading['originalDue'] {
  const first: Period | undefined = periodsOf(state)[0];
  return first === undefined || first.interruptedOn === null ? null : deadlineOf(state, first, calendar).due;
}
