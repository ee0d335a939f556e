import type { LocalDate } from '#kernel';
import type { WorkingDayCalendar } from '#calendar';
import type { Case } from '../case.js';
import { PAYMENT_WORKING_DAYS } from '../charging-fee/fee-notice.js';
import { CONSULTATION_WORKING_DAYS } from '../consulting/consultation.js';
import { CHANNEL_FACTS } from '../receiving-application/channels.js';
import { CORRECTION_NOTICE_WORKING_DAYS } from '../requesting-correction/request-correction.js';
import type { SideClock } from './clock-reading.js';
import { deadlineOf } from './deadline.js';
import { periodsOf } from './periods.js';

type Span = Pick<SideClock, 'due' | 'provisional'>;

/** The periods beside the reply period, in the order in which they begin in most cases. */
export function sideClocksOf(state: Case, calendar: WorkingDayCalendar): SideClock[] {
  return [
    ...correctionNotice(state, calendar),
    ...correction(state),
    ...consultations(state, calendar),
    ...payment(state, calendar),
    ...risk(state, calendar),
  ];
}

function span(calendar: WorkingDayCalendar, start: LocalDate | null, workingDays: number): Span {
  if (start === null) return { due: null, provisional: false };
  const { date, provisional } = calendar.addWorkingDays(start, workingDays);
  return { due: date, provisional };
}

/** C1: 7 working days after receipt. */
function correctionNotice({ receivedOn, correction }: Case, calendar: WorkingDayCalendar): SideClock[] {
  if (receivedOn === null) return [];
  const doneOn = correction?.requestedOn ?? null;
  const period = span(calendar, receivedOn, CORRECTION_NOTICE_WORKING_DAYS);
  return [{ code: 'correction-notice', label: '告知补正的期限', article: '第三十条', ...period, doneOn }];
}

/** C2: the date that the agency set. */
function correction({ correction }: Case): SideClock[] {
  if (correction === null) return [];
  const { correctBy, correctedOn } = correction;
  const period = { due: correctBy, provisional: false, doneOn: correctedOn };
  return [{ code: 'correction', label: '申请人补正的期限', article: '第三十条', ...period }];
}

/** C5, C6: 15 working days after the consulted party received the letter. */
function consultations(state: Case, calendar: WorkingDayCalendar): SideClock[] {
  return state.consultations.map(({ consultationId, kind, deliveredOn, endedOn }) => ({
    code: 'consultation',
    label: kind === 'third-party' ? '第三方答复意见的期限' : '其他机关答复意见的期限',
    article: kind === 'third-party' ? '第三十二条' : '第三十四条',
    ...span(calendar, deliveredOn, CONSULTATION_WORKING_DAYS),
    doneOn: endedOn,
    consultationId,
  }));
}

/** C9: 20 working days after the applicant received the fee notice. */
function payment({ fee }: Case, calendar: WorkingDayCalendar): SideClock[] {
  if (fee === null) return [];
  const period = span(calendar, fee.deliveredOn, PAYMENT_WORKING_DAYS);
  return [{ code: 'payment', label: '缴费的期限', article: '国办函〔2020〕109号', ...period, doneOn: fee.paidOn }];
}

/**
 * Q1: the reply period as a court might count it, from the day of submission, for electronic applications whose receipt is
 * the day of a later confirmation or not yet confirmed. Gone once a correction or a fee notice cuts the first period off.
 */
function risk(state: Case, calendar: WorkingDayCalendar): SideClock[] {
  const { arrivedOn, receivedOn, channel, reply } = state;
  const electronic = CHANNEL_FACTS[channel].needsConfirmation && channel !== 'ordinary-mail';
  const interrupted = periodsOf(state).some(({ interruptedOn }) => interruptedOn !== null);
  if (!electronic || interrupted || receivedOn === arrivedOn) return [];
  const period = { startedOn: arrivedOn, startedBy: 'receipt', interruptedOn: null } as const;
  const { due, provisional } = deadlineOf(state, period, calendar);
  const label = '自提交之日起算的答复期限（风险提示）';
  const doneOn = reply?.dispatchedOn ?? null;
  return [{ code: 'risk', label, article: '第三十一条第（三）项；指导案例26号', due, provisional, doneOn }];
}
