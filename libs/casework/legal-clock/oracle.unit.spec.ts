import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarOf } from '#calendar';
import { dueDate, readClock } from '../legal-clock.js';
import type { ClockDay } from '../legal-clock.js';
import { readSlowly, type WallCalendar } from './oracle.testkit.js';
import { play, randomScript } from './random-history.testkit.js';

/** `npm run test:clock` runs 100,000 histories and more; the normal run a sample. */
const RUNS = Number(process.env['CLOCK_RUNS'] ?? 3_000);

const calendar = calendarOf('CN');

const seen = new Map<string, ReturnType<WallCalendar>>();
const wall: WallCalendar = (day) => {
  const known = seen.get(day) ?? calendar.dayKind(day);
  seen.set(day, known);
  return known;
};

function inWords(day: ClockDay): string {
  if (day.kind === 'counted') return `${day.date} counted ${day.number}`;
  return day.kind === 'paused' ? `${day.date} paused ${day.consultationIds.join(',')}` : `${day.date} ${day.kind}`;
}

describe(`the legal clock and a clerk with a wall calendar, over ${RUNS} random histories`, () => {
  it('agree on every due date and on every day before it', () => {
    fc.assert(
      fc.property(randomScript, (script) => {
        const { state, history } = play(script);
        const slow = readSlowly(history, wall);
        const reading = readClock(state!, calendar);
        expect(dueDate(state!, calendar)).toMatchObject({ due: slow.due, provisional: slow.provisional });
        expect(reading.due).toBe(slow.due);
        if (slow.due === null) return;
        expect(reading.days.map(inWords)).toEqual(slow.days);
        expect(reading.late).toBe(state!.reply && state!.reply.dispatchedOn > slow.due);
        const total = reading.parts.reduce((sum, { workingDays }) => sum + workingDays!, 0);
        expect(total).toBe(calendar.workingDaysBetween(reading.start!.on, slow.due).days);
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);

  it('agree on whether an extension comes in time', () => {
    let inTime = 0;
    let tooLate = 0;
    fc.assert(
      fc.property(randomScript, (script) => {
        play(script, (before, step, on, refusal) => {
          if (step !== 'extend-deadline' || (refusal !== undefined && refusal !== 'extension-after-due')) return;
          const { due } = readSlowly(before.history, wall);
          expect(refusal).toBe(due !== null && on > due ? 'extension-after-due' : undefined);
          if (refusal === undefined) inTime++;
          else tooLate++;
        });
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
    expect(Math.min(inTime, tooLate)).toBeGreaterThan(0);
  }, 3_600_000);
});
