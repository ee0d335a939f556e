import { addDays, type LocalDate } from '#kernel';
import type { DayExplanation, WorkingDayCalendar } from '#calendar';
import type { Case } from '../case.js';
import type { ClockDay } from './clock-reading.js';
import type { Deadline } from './deadline.js';
import { pauseOf, type Pause } from './pauses.js';
import type { Period } from './periods.js';

type NamedPause = Pause & { readonly consultationId: string };

/** What each day after the start was, up to the due date, or up to where a pause without an end in sight begins. */
export function clockDays(state: Case, period: Period, deadline: Deadline, calendar: WorkingDayCalendar): ClockDay[] {
  const pauses = state.consultations.map((consultation) => ({
    consultationId: consultation.consultationId,
    ...pauseOf(consultation, calendar),
  }));
  const end = deadline.due ?? endlessSince(pauses);
  if (end <= period.startedOn) return [];
  let counted = 0;
  return Array.from(calendar.daysFrom(addDays(period.startedOn, 1), end), (day): ClockDay => {
    if (!day.working) return notWorking(day);
    const consultationIds = pauses.filter((pause) => covers(pause, day.date)).map((pause) => pause.consultationId);
    const delayed = deadline.statutoryDue !== null && day.date > deadline.statutoryDue;
    if (delayed) return { ...common(day), kind: 'delayed' };
    if (consultationIds.length > 0) return { ...common(day), kind: 'paused', consultationIds };
    return { ...common(day), kind: 'counted', number: ++counted };
  });
}

function covers({ from, to }: Pause, day: LocalDate): boolean {
  return from < day && (to === null || day <= to);
}

/** The first day of sending among the letters whose delivery is unknown. */
function endlessSince(pauses: readonly NamedPause[]): LocalDate {
  return pauses
    .filter(({ to }) => to === null)
    .map(({ from }) => from)
    .sort()[0]!;
}

function common({ date, because, known }: DayExplanation) {
  return { date, because, known };
}

function notWorking(day: DayExplanation): ClockDay {
  return {
    ...common(day),
    kind: 'not-working',
    ...(day.holiday !== undefined && { holiday: day.holiday }),
    ...(day.notice !== undefined && { notice: day.notice }),
  };
}
