import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '#calendar';
import {
  currentCase,
  decide,
  DEFAULT_POLICY,
  OUTCOMES,
  readClock,
  REMEDY_RESULTS,
  type Case,
  type RawEntry,
  type RemedyKind,
  type StepName,
} from '#casework';
import { yearOf, type LocalDate } from '#kernel';
import { scenarioFiles } from './files.js';
import type { Line } from './line.js';

const calendar = calendarOf('CN');
const files = scenarioFiles();

describe('the scenario files', () => {
  const cases = playedByCaseworkAlone([...linesOf('hongze-2023.jsonl'), ...linesOf('hongze-2024.jsonl')]);

  it('hold 21 applications of 2023 and 95 of 2024, all closed in their year', () => {
    const years = cases.map(({ state }) => [yearOf(state.receivedOn!), yearOf(state.ending!.on)]);
    expect(years.filter(([received, closed]) => received === 2023 && closed === 2023)).toHaveLength(21);
    expect(years.filter(([received, closed]) => received === 2024 && closed === 2024)).toHaveLength(95);
  });

  it('keep every legal period: reply, correction notice, confirmation', () => {
    const breaches = cases.flatMap(({ state }) =>
      readClock(state, calendar).breaches.map(({ code }) => `${state.caseId}: ${code}`),
    );
    expect(breaches).toEqual([]);
  });

  it.each([
    [2023, { review: [10, 1, 0], direct: [0, 0, 0], after: [5, 0, 0] }],
    [2024, { review: [1, 1, 0], direct: [1, 0, 0], after: [2, 0, 1] }],
  ])('have the matters of table 4 of %i, all concluded in the year in which they were filed', (year, expected) => {
    const matters = cases.flatMap(({ state }) => state.remedies).filter((one) => yearOf(one.filedOn) === year);
    const results = (kind: RemedyKind) =>
      REMEDY_RESULTS.map((result) => matters.filter((one) => one.kind === kind && one.result === result).length);
    expect(matters.filter((one) => yearOf(one.concludedOn!) !== year)).toEqual([]);
    expect({
      review: results('reconsideration'),
      direct: results('litigation-direct'),
      after: results('litigation-after-reconsideration'),
    }).toEqual(expected);
  });

  it('have every decision reviewed by somebody other than the proposer', () => {
    for (const { state } of cases) {
      expect(state.decision!.approvedBy).not.toBeNull();
      expect(state.decision!.approvedBy).not.toBe(state.decision!.proposedBy);
    }
  });

  it('act on working days only', () => {
    const days = new Set(
      linesOf('hongze-2023.jsonl', 'hongze-2024.jsonl')
        .filter(({ case: id }) => id)
        .map(dateOf),
    );
    expect([...days].filter((day) => !calendar.dayKind(day).working)).toEqual([]);
  });

  it('go to court within fifteen days of the reconsideration', () => {
    const waits = cases.flatMap(({ state }) =>
      state.remedies
        .filter(({ follows }) => follows !== null)
        .map((suit) => {
          const first = state.remedies.find(({ remedyId }) => remedyId === suit.follows)!;
          return (Date.parse(suit.filedOn) - Date.parse(first.concludedOn!)) / 86_400_000;
        }),
    );
    expect(waits).toHaveLength(8);
    expect(Math.max(...waits)).toBeLessThanOrEqual(18); // fifteen days, moved on where the last one is a day off
  });

  it('differ in their ways: at least 25 sequences of steps', () => {
    const ways = new Set(cases.map(({ history }) => history.map(({ type }) => type).join(' ')));
    expect(ways.size).toBeGreaterThanOrEqual(25);
  });

  it.each([
    [2023, '2023-huaian-hongze-qu.json'],
    [2024, '2024-huaian-hongze-qu.json'],
  ])('give the results that were published for %i', (year, report) => {
    const published = JSON.parse(readFileSync(join('test/fixtures/reports', report), 'utf8')) as {
      table3: Record<string, number[]>;
    };
    const counts = new Map<string, number>();
    for (const { state } of cases.filter(({ state }) => yearOf(state.ending!.on) === year)) {
      const row = OUTCOMES[state.ending!.outcome].rows['2019'];
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    const rows = Object.entries(published.table3).filter(([, [natural]]) => natural! > 0);
    const results = rows.filter(([row]) => !['new', 'resolvedTotal'].includes(row)).map(([row, [n]]) => [row, n]);
    expect([...counts].sort()).toEqual(results.sort());
  });
});

interface Played {
  readonly state: Case;
  readonly history: readonly RawEntry[];
}

/** Decides every step of every case by the rules of casework, without any store. */
function playedByCaseworkAlone(lines: readonly Line[]): readonly Played[] {
  const histories = new Map<string, RawEntry[]>();
  for (const line of lines) {
    if (line.case === undefined) continue;
    const history = histories.get(line.case) ?? [];
    histories.set(line.case, history);
    const state = currentCase(history);
    const context = {
      calendar,
      commandId: `${line.case}-${history.length}`,
      actor: line.actor,
      role: line.role,
      now: line.now,
      policy: DEFAULT_POLICY,
      related: null,
      history,
    };
    const command = { step: line.command as StepName, caseId: line.case, agency: line.agency, body: line.body };
    const event = decide(command, state, context);
    const by = { revision: history.length, actor: line.actor, role: line.role, recordedAt: line.now };
    history.push({ ...event, by });
  }
  return [...histories.values()].map((history) => ({ state: currentCase(history)!, history }));
}

function linesOf(...names: readonly string[]): readonly Line[] {
  return names.flatMap((name) =>
    files
      .get(name)!
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line),
  );
}

function dateOf({ body }: Line): LocalDate {
  return body['on'] as LocalDate;
}
