import type { LocalDate } from '#kernel';
import { at, type Line } from './line.js';
import { DEMO } from './office.js';

/** Fees of the closed year come to light: a first difference is accepted, a second one restated. */
export const CLOSED_YEAR: readonly Line[] = [
  fees('2025-02-10', 1_000_000),
  {
    command: 'accept-drift',
    year: 2024,
    now: at('2025-02-11', 0),
    actor: 'zhang-san',
    role: 'handler',
    agency: 'demo',
    body: { on: '2025-02-11', reason: '漏登收费 1 万元，下年度报告说明', approvedBy: DEMO.head },
  },
  fees('2025-02-24', 50_000_000),
  {
    command: 'restate-year',
    year: 2024,
    now: at('2025-02-25', 0),
    actor: DEMO.head,
    role: 'head',
    agency: 'demo',
    body: {
      on: '2025-02-25',
      reason: 'late-fact',
      explanation: '事后得知一笔收费，数额较大，重新公布',
      approvedBy: 'wu-jiu',
    },
  },
];

/** A holiday of one place, by a notice that nobody issued: without a number, since none is ever invented. */
export const CALENDAR: Line = {
  command: 'publish-calendar',
  now: at('2025-03-05', 0),
  actor: DEMO.operator,
  role: 'operator',
  agency: 'demo',
  body: {
    on: '2025-03-05',
    calendar: {
      jurisdiction: 'CN-NX',
      year: 2025,
      version: 1,
      notice: { number: null, title: '示例自治区放假通知', date: '2025-03-03', published: '2025-03-04', url: null },
      daysOff: [{ name: '古尔邦节', from: '2025-06-06', to: '2025-06-07' }],
      workingWeekendDays: [],
    },
  },
};

function fees(day: LocalDate, amountFen: number): Line {
  return {
    command: 'record-fees',
    now: at(day, 0),
    actor: 'zhang-san',
    role: 'handler',
    agency: 'demo',
    body: { on: '2024-12-31', amountFen },
  };
}
