export { CLOCK_STATE_LABELS, CLOCK_STATES, clockState, type ClockState } from './legal-clock/clock-state.js';
export { REPLY_WORKING_DAYS, type DueDate } from './legal-clock/deadline.js';
export { dueDate } from './legal-clock/due-date.js';
export { readClock } from './legal-clock/read-clock.js';
export { explainClockInChinese } from './legal-clock/explain-clock.js';
export type { PeriodStart } from './legal-clock/periods.js';
export type {
  Breach,
  BreachCode,
  ClockDay,
  ClockPart,
  ClockReading,
  ClockStart,
  SideClock,
  SideClockCode,
} from './legal-clock/clock-reading.js';
