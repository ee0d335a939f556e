import type { Position, RecordedEvent } from '#kernel';

import type { EventStore } from '#event-store';
import { counterKey, sumCounters, tablesOf, type Counter } from '#statistics';
import { sectionOneOf, table2Of, type RecordedCause, type RegisterCounters } from '#agency';
import type { OfficeViews } from '../views/office-views.js';
import { caseValues, differencesBetween, figureLabel, registerValues } from './figure-differences.js';
import type { YearOf } from './figures-of.js';
import { countersAfter, registerEvents, registerYears } from './register-events.js';

/** A figure of the year that a cause moved. */
export interface MovedCell {
  readonly cell: string;
  readonly label: string;
  /** By how much; `null` for a register, whose figures do not add up over years (openings, amounts). */
  readonly by: number | null;
}

/** A case, or the register of a year, that moved figures of a year between two positions of the log, with the entries that did. */
export type Cause = RecordedCause & { readonly moved: readonly MovedCell[] };

/** A cause as an event records it: what it moved follows from its entries. */
export function withoutMoves({ moved: _derived, ...cause }: Cause): RecordedCause {
  return cause;
}

/** The stretch of the log behind `after`, up to and with `upTo`. */
export interface Stretch {
  readonly after: Position;
  readonly upTo: Position;
}

/**
 * Cases that moved tables 3 and 4 of the year, in the order of their first entry in the stretch. What such a case moved comes
 * from the changes of the counters; a case whose later entries took back what earlier ones did is none. Over all causes the
 * moves of a cell add up to its difference.
 */
export function caseCauses(views: OfficeViews, of: YearOf, { after, upTo }: Stretch): readonly Cause[] {
  const rows = views.statistics
    .statement(
      `SELECT case_id, revision, position, year, item, column_id, value FROM counter_change
       WHERE agency = ? AND position > ? AND position <= ? AND year <= ? ORDER BY position`,
    )
    .all(of.agency, after, upTo, of.year);
  const moves = movesOf(of);
  return [...Map.groupBy(rows, (row) => String(row['case_id']))].flatMap(([caseId, ofCase]) => {
    const moved = moves(ofCase.map((row) => counterOf(of.agency, row)));
    if (moved.length === 0) return [];
    const events = new Map(
      ofCase.map(({ revision, position }) => [position, { revision: Number(revision), position: String(position) }]),
    );
    return [{ kind: 'case', caseId, events: [...events.values()], moved }];
  });
}

/** Registers of the year and of earlier ones that moved table 2 or section 一, by year. */
export async function registerCauses(
  store: EventStore,
  views: OfficeViews,
  of: YearOf,
  { after, upTo }: Stretch,
): Promise<readonly Cause[]> {
  const registers: RegisterThenAndNow[] = [];
  for (const year of registerYears(views, of.agency, of.year)) {
    const events = (await registerEvents(store, of.agency, year)).filter(({ position }) => position <= upTo);
    const before = events.filter(({ position }) => position <= after);
    registers.push({
      year,
      later: events.slice(before.length),
      then: countersAfter(of.agency, year, before),
      now: countersAfter(of.agency, year, events),
    });
  }
  // Year by year from "as then" to "as now": each register answers for what it changed given those before it.
  return registers.flatMap(({ year, later }, index): Cause[] => {
    const mixed = (first: number) =>
      valuesOf(
        registers.map((one, at) => (at < first ? one.now : one.then)),
        of,
      );
    const moved = differencesBetween(mixed(index), mixed(index + 1));
    if (moved.length === 0) return [];
    const cells = moved.map(({ cell }) => ({ cell, label: figureLabel(cell, of.form), by: null }));
    return [{ kind: 'register', year, events: later.map(placeOf), moved: cells }];
  });
}

/** A register at both ends of a stretch, and what came in between. */
interface RegisterThenAndNow {
  readonly year: number;
  readonly later: readonly RecordedEvent[];
  readonly then: RegisterCounters;
  readonly now: RegisterCounters;
}

/** What changes of counters move in the tables of a year: tables are sums of counters, so those of the changes are the moves. */
function movesOf({ agency, year, form }: YearOf): (changes: readonly Counter[]) => readonly MovedCell[] {
  // Many cases move the same cells; the tables of a change are made once.
  const known = new Map<string, readonly MovedCell[]>();
  return (changes) => {
    const net = sumCounters(changes);
    const key = net.map((counter) => `${counterKey(counter)}=${counter.value}`).join(' ');
    const moved =
      known.get(key) ??
      [...caseValues(tablesOf(net, [agency], year, form), form)].flatMap(([cell, by]) =>
        by === 0 ? [] : [{ cell, label: figureLabel(cell, form), by }],
      );
    known.set(key, moved);
    return moved;
  };
}

function counterOf(agency: string, row: Readonly<Record<string, unknown>>): Counter {
  const { year, item, column_id: column, value } = row;
  return { agency, year, item, column, value } as Counter;
}

function valuesOf(registers: readonly RegisterCounters[], { agency, year, form }: YearOf) {
  const register = registers.find((one) => one.year === year) ?? { agency, year, items: {} };
  return registerValues({ table2: table2Of(registers, year, form), published: sectionOneOf(register), form });
}

function placeOf({ revision, position }: RecordedEvent): RecordedCause['events'][number] {
  return { revision, position };
}
