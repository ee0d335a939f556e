import type { Case } from '../case.js';

/**
 * What the reply clock of a case does, as far as the record tells; none of these depends on today's date.
 * `paused` means that a consultation is open on the record.
 */
export const CLOCK_STATES = [
  'not-started',
  'running',
  'paused',
  'waiting-for-correction',
  'waiting-for-payment',
  'stopped',
] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Plain Chinese for each state. */
export const CLOCK_STATE_LABELS: Readonly<Record<ClockState, string>> = {
  'not-started': '尚未起算',
  running: '正在计算',
  paused: '征求意见，暂停计算',
  'waiting-for-correction': '等待补正',
  'waiting-for-payment': '等待缴费',
  stopped: '已停止',
};

/** The state of the reply clock. Needs no calendar. */
export function clockState(state: Case): ClockState {
  if (state.ending !== null) return 'stopped';
  if (state.receivedOn === null) return 'not-started';
  if (state.correction !== null && state.correction.correctedOn === null) return 'waiting-for-correction';
  if (state.fee !== null && state.fee.paidOn === null) return 'waiting-for-payment';
  return state.consultations.some(({ endedOn }) => endedOn === null) ? 'paused' : 'running';
}
