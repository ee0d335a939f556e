import type { SQLInputValue } from 'node:sqlite';
import { InvalidInput, type LocalDate } from '#kernel';
import type { Jurisdiction, WorkingDayCalendar } from '#calendar';
import { CASE_STATUSES, type CaseStatus } from '#casework';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { assertScope, type Principal } from '../principal.js';
import type { WorklistFilter, WorklistLine } from '../queries.js';
import type { OfficeViews } from '../views/office-views.js';

/** Sorts behind every date: cases without a due date come last. */
const NO_DUE = '9999-12-31';
const OPEN = CASE_STATUSES.filter((status) => status !== 'unregistered' && status !== 'closed');

/** Reads the worklist from the caseload view. */
export class WorklistReader {
  constructor(
    private readonly views: OfficeViews,
    private readonly calendars: CalendarsInForce,
  ) {}

  /** A page by due date, then case. Raises `outside-scope`, or `invalid-input` for a cursor that is none. */
  list(
    filter: WorklistFilter,
    principal: Principal,
  ): { readonly lines: readonly WorklistLine[]; readonly next: string | null } {
    if (filter.agency !== undefined) assertScope(principal, filter.agency);
    const conditions = this.#conditions(filter, principal);
    const rows = this.views.caseload
      .statement(
        `SELECT case_id, case_number, agency, status, applicant_kind, received_on, due, provisional, revision, jurisdiction
         FROM caseload LEFT JOIN jurisdiction USING (agency)
         WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
         ORDER BY coalesce(due, '${NO_DUE}'), case_id LIMIT ?`,
      )
      .all(...conditions.flatMap(({ values }) => values), filter.limit + 1);
    const lines = rows.slice(0, filter.limit).map((row) => line(row, filter.today, this.calendars));
    const last = lines.at(-1);
    return { lines, next: rows.length > filter.limit && last !== undefined ? cursorOf(last) : null };
  }

  #conditions(filter: WorklistFilter, { agencies }: Principal): Condition[] {
    const conditions = [oneOf('status', filter.status ?? OPEN)];
    if (filter.agency !== undefined) conditions.push(oneOf('agency', [filter.agency]));
    else if (agencies !== '*') conditions.push(oneOf('agency', agencies));
    if (filter.dueWithin !== undefined) {
      conditions.push(this.#dueWithin(filter.today, filter.dueWithin));
    }
    if (filter.overdue === true) conditions.push({ sql: 'due < ?', values: [filter.today] });
    if (filter.overdue === false) conditions.push({ sql: '(due IS NULL OR due >= ?)', values: [filter.today] });
    if (filter.cursor !== undefined) {
      conditions.push({ sql: `(coalesce(due, '${NO_DUE}'), case_id) > (?, ?)`, values: fromCursor(filter.cursor) });
    }
    return conditions;
  }

  /** Each place counts the working days by its own calendar. */
  #dueWithin(today: LocalDate, workingDays: number): Condition {
    const places = this.views.caseload.statement('SELECT DISTINCT jurisdiction FROM jurisdiction').all();
    const jurisdictions: Jurisdiction[] = [NATIONAL, ...places.map((row) => row['jurisdiction'] as Jurisdiction)];
    const last = Object.fromEntries(
      jurisdictions.map((place) => [place, this.calendars.of(place).addWorkingDays(today, workingDays).date]),
    );
    const sql = `due <= (SELECT value FROM json_each(?) WHERE key = coalesce(jurisdiction, '${NATIONAL}'))`;
    return { sql, values: [JSON.stringify(last)] };
  }
}

/** The calendar of an agency that the view does not know. */
const NATIONAL = 'CN';

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

function oneOf(column: string, values: readonly string[]): Condition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

function line(row: Record<string, unknown>, today: LocalDate, calendars: CalendarsInForce): WorklistLine {
  const due = row['due'] as LocalDate | null;
  const status = row['status'] as CaseStatus;
  const place = (row['jurisdiction'] ?? NATIONAL) as Jurisdiction;
  return {
    caseId: String(row['case_id']),
    caseNumber: String(row['case_number']),
    agency: String(row['agency']),
    status,
    applicantKind: String(row['applicant_kind']),
    receivedOn: row['received_on'] as LocalDate | null,
    due,
    provisional: row['provisional'] === 1,
    workingDaysLeft: due === null ? null : workingDaysLeft(today, due, calendars.of(place)),
    overdue: due !== null && due < today,
    revision: Number(row['revision']),
  };
}

function workingDaysLeft(today: LocalDate, due: LocalDate, calendar: WorkingDayCalendar): number {
  if (due >= today) return calendar.workingDaysBetween(today, due).days;
  return -calendar.workingDaysBetween(due, today).days;
}

function cursorOf({ due, caseId }: WorklistLine): string {
  return Buffer.from(JSON.stringify([due ?? NO_DUE, caseId])).toString('base64url');
}

function fromCursor(cursor: string): [string, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed) && parsed.length === 2 && parsed.every((part) => typeof part === 'string')) {
      return parsed as [string, string];
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InvalidInput([{ path: 'query.cursor', message: '游标无效，请从第一页重新读取' }]);
}
