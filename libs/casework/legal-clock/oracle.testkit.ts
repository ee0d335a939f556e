import { addDays, later, type LocalDate } from '#kernel';
import type { RawEntry } from '../step.js';

/** What the oracle says. Compared with `readClock`, never used by it. */
export interface SlowReading {
  readonly due: LocalDate | null;
  readonly provisional: boolean;
  /** `2024-03-04 counted 1`, `2024-03-05 paused a,b`, `2024-03-09 not-working`, `2024-03-29 delayed`. */
  readonly days: readonly string[];
}

/** What a single day is: all that the oracle asks of a calendar. */
export type WallCalendar = (day: LocalDate) => { readonly working: boolean; readonly known: boolean };

/** Days after which a clock that did not come to its end never will. */
const HORIZON_DAYS = 1500;

interface Letter {
  readonly id: string;
  readonly sent: LocalDate;
  delivered?: LocalDate;
  /** The day of an opinion. Silence is no opinion: it is found out by counting. */
  opinion?: LocalDate;
  /** Working days that the consulted party already had. */
  spent: number;
}

/** The fields of all payloads that a clerk looks at. */
interface Payload {
  readonly on: LocalDate;
  readonly receivedOn?: LocalDate | null;
  readonly consultationId?: string;
  readonly result?: string;
  readonly workingDays?: number;
  readonly delayedReplyOn?: LocalDate;
}

interface Facts {
  received: LocalDate | null;
  readonly restarts: LocalDate[];
  /** Notices to the applicant that wait for an answer. */
  waiting: number;
  readonly letters: Letter[];
  target: number;
  delayed: LocalDate | null;
}

/**
 * The clock as a clerk with a wall calendar would keep it: one day after the other, a tick for each day that counts.
 * Reads the events, not the state, and asks the calendar for single days only. Written without a look at the fast clock.
 */
export function readSlowly(history: readonly RawEntry[], wall: WallCalendar): SlowReading {
  const facts = factsOf(history);
  const none: SlowReading = { due: null, provisional: false, days: [] };
  if (facts.received === null || facts.waiting > 0) return none;

  const lastDay = [...facts.restarts, facts.delayed ?? facts.received].reduce(later);
  let days: string[] = [];
  let ticks = 0;
  let unknown = false;
  let reached: LocalDate | null = null;
  for (let day = facts.received, left = HORIZON_DAYS; left > 0; day = addDays(day, 1), left--) {
    const { working, known } = wall(day);
    const restarted = facts.restarts.includes(day);
    const pausing = facts.letters.filter((letter) => day > letter.sent && stillOut(letter, day)).map(({ id }) => id);
    if (day > facts.received && reached === null) {
      unknown ||= !known;
      if (!working) days.push(`${day} not-working`);
      else if (pausing.length > 0) days.push(`${day} paused ${pausing.join(',')}`);
      else days.push(`${day} counted ${++ticks}`);
      if (ticks === facts.target) reached = day;
    } else if (reached !== null && facts.delayed !== null && day <= facts.delayed) {
      days.push(`${day} ${working ? 'delayed' : 'not-working'}`);
    }
    for (const letter of facts.letters) {
      if (working && letter.delivered !== undefined && day > letter.delivered) letter.spent++;
    }
    if (restarted) [days, ticks, unknown, reached] = [[], 0, false, null];
    if (day >= lastDay && (reached !== null || facts.letters.some((letter) => day > letter.sent && endless(letter))))
      break;
  }
  if (reached === null) return none;
  const due = facts.delayed === null ? reached : later(reached, facts.delayed);
  return { due, provisional: unknown && due === reached, days };
}

function endless({ opinion, delivered }: Letter): boolean {
  return opinion === undefined && delivered === undefined;
}

function stillOut({ opinion, delivered, spent }: Letter, day: LocalDate): boolean {
  if (opinion !== undefined) return day <= opinion;
  return delivered === undefined || spent < 15;
}

function factsOf(history: readonly RawEntry[]): Facts {
  const facts: Facts = { received: null, restarts: [], waiting: 0, letters: [], target: 20, delayed: null };
  for (const { type, data } of history) tell(facts, type, data as Payload);
  return facts;
}

function tell(facts: Facts, type: string, data: Payload): void {
  const letter = facts.letters.find(({ id }) => id === data.consultationId);
  switch (type) {
    case 'case.application-received':
      facts.received = data.receivedOn!;
      break;
    case 'case.receipt-confirmed':
      facts.received = data.on;
      break;
    case 'case.correction-requested':
    case 'case.fee-notice-issued':
      facts.waiting++;
      break;
    case 'case.correction-received':
    case 'case.fee-paid':
      facts.waiting--;
      facts.restarts.push(data.on);
      break;
    case 'case.third-party-consulted':
    case 'case.agency-consulted':
      facts.letters.push({ id: data.consultationId!, sent: data.on, spent: 0 });
      break;
    case 'case.consultation-delivered':
      letter!.delivered = data.on;
      break;
    case 'case.consultation-concluded':
      if (data.result !== 'silent') letter!.opinion = data.on;
      break;
    case 'case.deadline-extended':
      facts.target += data.workingDays!;
      break;
    case 'case.reasons-concluded':
      facts.delayed = data.delayedReplyOn ?? facts.delayed;
      break;
  }
}
