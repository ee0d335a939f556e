import type { JsonObject, LocalDate, Role } from '#kernel';
import { officeDay, workingDaysAfter } from './days.js';
import { at, type Line } from './line.js';
import type { Office } from './office.js';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The register of proactive disclosure of one office and year, told entry by entry, and what concerns the agency itself. */
export class RegisterStory {
  readonly lines: Line[] = [];

  constructor(
    private readonly office: Office,
    private readonly year: number,
  ) {}

  /** A command of the operator to the agency itself. */
  agency(command: string, recordedOn: LocalDate, body: JsonObject): this {
    return this.#write(command, recordedOn, body, this.office.operator, 'operator');
  }

  /** Documents: an opening, or what was made or repealed on a day. */
  documents(on: LocalDate, kind: string, movement: string, count: number, references?: readonly string[]): this {
    const body = { on, kind, movement, count, ...(references && { references }) };
    return this.#enter('record-documents', on, body);
  }

  /** `total` decisions of a kind, entered month by month. */
  decisions(kind: string, total: number): this {
    return this.#monthly(total, (on, count) => this.#enter('record-decisions', on, { on, kind, count }));
  }

  /** `totalFen` of fees, entered month by month. */
  fees(totalFen: number): this {
    return this.#monthly(totalFen, (on, amountFen) => this.#enter('record-fees', on, { on, amountFen }));
  }

  /** `total` items published on a channel, entered month by month. */
  published(total: number, channel: string, category?: string): this {
    return this.#monthly(total, (on, count) =>
      this.#enter('record-publications', on, { on, channel, ...(category !== undefined && { category }), count }),
    );
  }

  /** Items published one at a time. */
  publishedOn(days: readonly LocalDate[], channel: string, category: string): this {
    for (const on of days) this.#enter('record-publications', on, { on, channel, category, count: 1 });
    return this;
  }

  /** Shares a total out over twelve months, unevenly but in whole numbers; the sum is exact. Months without any are left out. */
  #monthly(total: number, enter: (monthEnd: LocalDate, part: number) => void): this {
    const weights = MONTHS.map((month) => 8 + ((month * 5) % 7));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let given = 0;
    let weighed = 0;
    for (const [index, month] of MONTHS.entries()) {
      weighed += weights[index]!;
      const part = Math.floor((total * weighed) / all) - given;
      given += part;
      if (part > 0) enter(monthEnd(this.year, month), part);
    }
    return this;
  }

  /** Entered on the day itself or, when the office is closed, on the next day it is open. */
  #enter(command: string, on: LocalDate, body: JsonObject): this {
    const last = on.slice(5) === '12-31' ? workingDaysAfter(on, 1) : officeDay(on);
    return this.#write(command, last, body, this.office.handlers[0]!, 'handler');
  }

  #write(command: string, day: LocalDate, body: JsonObject, actor: string, role: Role): this {
    const now = at(day, (this.lines.length * 29) % 470);
    this.lines.push({ command, now, actor, role, agency: this.office.agency, body });
    return this;
  }
}

function monthEnd(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate;
}
