import type { LocalDate, Position } from '#kernel';
import { settledEntries } from '#casework';
import {
  entriesBehind,
  foldRegister,
  isMoney,
  rectifyRegisterEntry,
  yuan10k,
  yuan10kNumber,
  type EntryShare,
  type Register,
  type RegisterFigure,
} from '#agency';
import type { EventStore } from '#event-store';
import { eventRegistry } from '../registry.js';
import { caseEntry } from '../views/case-entry.js';
import type { OfficeViews } from '../views/office-views.js';
import type { FigureValue } from './figure-differences.js';
import { registerEvents, registerYears } from './register-events.js';

/** A register entry behind a figure, with what it adds: pieces, or fen where the figure is money. Negative for what it takes away. */
export interface CellEntry {
  readonly agency: string;
  /** The year of its register, and its revision there. */
  readonly year: number;
  readonly revision: number;
  readonly position: Position;
  readonly type: string;
  readonly label: string;
  readonly on: LocalDate;
  readonly amount: number;
  readonly unit: 'count' | 'fen';
  /** Revisions of the rectifications in the same register that correct it. */
  readonly amendedBy: readonly number[];
}

/** Where an entry stands in the log, and which rectifications correct it. */
type Standing = Pick<CellEntry, 'position' | 'amendedBy'>;

/** The registers of an agency up to a year, with the standing of their entries. */
export interface PlacedRegisters {
  readonly agency: string;
  readonly registers: readonly Register[];
  readonly standingOf: (year: number, revision: number) => Standing;
}

/** From figures of table 2 and section 一 to the register entries behind them. */
export class RegisterLineage {
  constructor(
    private readonly store: EventStore,
    private readonly views: OfficeViews,
  ) {}

  /** The registers of all years up to `year`, as of the end of the log or of `upTo`. The views must have caught up. */
  async registers(agency: string, year: number, upTo?: Position): Promise<PlacedRegisters> {
    const registers: Register[] = [];
    const standings = new Map<string, Standing>();
    for (const of of registerYears(this.views, agency, year)) {
      const all = await registerEvents(this.store, agency, of);
      const events = upTo === undefined ? all : all.filter(({ position }) => position <= upTo);
      const entries = events.map(caseEntry);
      registers.push(foldRegister({ agency, year: of }, entries));
      for (const { entry, amendedBy } of settledEntries(entries, rectifyRegisterEntry.event.type)) {
        const { revision } = entry.by;
        standings.set(`${of}/${revision}`, { position: events[revision]!.position, amendedBy });
      }
    }
    return { agency, registers, standingOf: (of, revision) => standings.get(`${of}/${revision}`)! };
  }

  /** Every entry behind a figure in the order of the log; `null` where the figure is unknown. */
  async behind(agency: string, year: number, figure: RegisterFigure): Promise<readonly CellEntry[] | null> {
    return placedEntries(await this.registers(agency, year), year, figure);
  }
}

/** The entries behind a figure, in the order of the log; `null` where it is unknown. */
export function placedEntries(
  { agency, registers, standingOf }: PlacedRegisters,
  year: number,
  figure: RegisterFigure,
): readonly CellEntry[] | null {
  const unit = isMoney(figure) ? 'fen' : 'count';
  const told = (share: EntryShare): CellEntry => ({
    agency,
    ...share,
    ...standingOf(share.year, share.revision),
    label: eventRegistry.get(share.type).label,
    unit,
  });
  return entriesBehind(registers, year, figure)?.map(told).sort(byPosition) ?? null;
}

/** The order of the log. */
export function byPosition(a: { readonly position: Position }, b: { readonly position: Position }): number {
  return a.position < b.position ? -1 : Number(a.position > b.position);
}

/** What entries add up to, as the figure is printed; `null` for none because it is unknown. */
export function recount(figure: RegisterFigure, entries: readonly Pick<CellEntry, 'amount'>[] | null): FigureValue {
  if (entries === null) return null;
  const sum = entries.reduce((total, { amount }) => total + amount, 0);
  if (!isMoney(figure)) return sum;
  return figure.of === 'table2' && figure.column === 'amountText' ? `${yuan10k(sum)}万元` : yuan10kNumber(sum);
}
