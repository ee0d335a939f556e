import type { LocalDate } from '#kernel';
import type { WorkingDayCalendar } from '#calendar';
import type { Case } from '../case.js';
import { CHANNEL_FACTS } from '../receiving-application/channels.js';
import { CORRECTION_NOTICE_WORKING_DAYS } from '../requesting-correction/request-correction.js';
import type { Breach } from './clock-reading.js';
import { deadlineOf } from './deadline.js';
import { dueDate } from './due-date.js';
import { periodsOf } from './periods.js';

/** Working days after submission within which an electronic application should be confirmed (Q1). */
const ELECTRONIC_CONFIRMATION_WORKING_DAYS = 1;

/** Everything on the record that was done later than the law allows, in the order in which the acts usually come. */
export function breachesOf(state: Case, calendar: WorkingDayCalendar): Breach[] {
  return [
    ...confirmation(state, calendar),
    ...correctionNotice(state, calendar),
    ...feeNotice(state, calendar),
    ...reply(state, calendar),
  ];
}

function confirmation(state: Case, calendar: WorkingDayCalendar): Breach[] {
  const { arrivedOn, receivedOn, channel } = state;
  if (receivedOn === null || endedUnconfirmed(state)) return [];
  // An application that came in person or by registered mail and was received later went astray inside the agency: as ordinary mail.
  const electronic = CHANNEL_FACTS[channel].needsConfirmation && channel !== 'ordinary-mail';
  const dueOn = electronic ? calendar.addWorkingDays(arrivedOn, ELECTRONIC_CONFIRMATION_WORKING_DAYS).date : arrivedOn;
  if (receivedOn <= dueOn) return [];
  const message = `申请于 ${arrivedOn} 到达，应不迟于 ${dueOn} 与申请人确认收到，实际于 ${receivedOn} 确认`;
  const article = electronic ? '第三十一条第（三）项' : '第三十一条第（二）项';
  return [{ code: 'confirmation_late', message, article, on: receivedOn }];
}

/** A case that ended before anybody confirmed it carries the day of its end as its receipt (see `endCase`). */
function endedUnconfirmed({ receivedOn, ending, reply }: Case): boolean {
  return ending !== null && reply === null && receivedOn === ending.on;
}

function correctionNotice({ receivedOn, correction }: Case, calendar: WorkingDayCalendar): Breach[] {
  if (receivedOn === null || correction === null) return [];
  const { date } = calendar.addWorkingDays(receivedOn, CORRECTION_NOTICE_WORKING_DAYS);
  const on = correction.requestedOn;
  if (on <= date) return [];
  const message = `补正告知应不迟于 ${date} 发出，实际于 ${on} 发出`;
  return [{ code: 'correction_notice_late', message, article: '第三十条', on }];
}

/** C8: the fee notice belongs inside the reply period that it cuts off. */
function feeNotice(state: Case, calendar: WorkingDayCalendar): Breach[] {
  const on: LocalDate | undefined = state.fee?.noticeOn;
  const period = periodsOf(state).findLast(({ interruptedOn }) => interruptedOn === on);
  if (on === undefined || period === undefined) return [];
  const { due } = deadlineOf(state, period, calendar);
  if (due === null || on <= due) return [];
  const message = `收费通知应在办理期限内（不迟于 ${due}）发出，实际于 ${on} 发出`;
  return [{ code: 'fee_notice_late', message, article: '国办函〔2020〕109号', on }];
}

function reply(state: Case, calendar: WorkingDayCalendar): Breach[] {
  const on = state.reply?.dispatchedOn;
  const { due } = dueDate(state, calendar);
  if (on === undefined || due === null || on <= due) return [];
  const message = `答复应不迟于 ${due} 发出，实际于 ${on} 发出`;
  return [{ code: 'reply_late', message, article: '第三十三条', on }];
}
