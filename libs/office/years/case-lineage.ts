import type { LocalDate } from '#kernel';
import { rectifyEntry, settledEntries, type CaseEntry, type RawEntry, type SettledEntry } from '#casework';
import type { ReportForm } from '#agency';
import { countOf, placementsOf, type CaseCount, type Placement } from '#statistics';
import { eventRegistry } from '../registry.js';

/** An entry of a case behind a figure, as it now stands. */
export interface LineageEntry {
  /** Revision in the log; of a step supplied afterwards, that of the rectification that supplied it. */
  readonly revision: number;
  /** Place among the steps that the rectification supplied, from 1; `null` for an entry of the log itself. */
  readonly supplied: number | null;
  readonly type: string;
  readonly label: string;
  readonly on: LocalDate;
  /** Revisions of the rectifications that correct it. */
  readonly amendedBy: readonly number[];
}

/** A cell that a case, or a matter of it, is in. */
export type CasePlacement = Omit<Placement, 'because'> & {
  /** The entries that put it there, in effective order. A reply closes the case, the decision before it names the row, the registration the kind of applicant. */
  readonly because: readonly LineageEntry[];
};

/** Every history begins with it, and it cannot be struck. */
const REGISTRATION = 0;
const DECISION = 'case.decision-proposed';
const REPLY = 'case.reply-dispatched';
const SUMS = new Set<string>(['new', 'carriedIn', 'resolvedTotal', 'carriedOut']);

/** From the whole history of a case to the entries behind every figure that it is in. */
export class CaseLineage {
  /** What the case counts for now; `null` for no history. Its revisions are places in the standing history. */
  readonly count: CaseCount | null;
  readonly #standing: readonly SettledEntry[];

  constructor(raw: readonly RawEntry[]) {
    this.#standing = settledEntries(raw).filter(({ voidedBy }) => voidedBy.length === 0);
    // Counted by place: a rectification that supplied several steps gives all of them its one revision.
    const placed = this.#standing.map(({ entry }, place) => ({ ...entry, by: { ...entry.by, revision: place } }));
    this.count = countOf(placed.filter(isCounted));
  }

  /** Every cell of `year` that the case is in, totals included, in the order of the form. */
  placements(year: number, form: ReportForm): readonly CasePlacement[] {
    if (this.count === null) return [];
    return placementsOf(this.count, year, form).map((one) => ({
      ...one,
      because: this.#behind(one).map((place) => lineageEntry(this.#standing[place]!)),
    }));
  }

  #behind({ cell, because }: Placement): readonly number[] {
    if (cell.table !== 3) return because;
    const ofRow = SUMS.has(cell.row) ? because : this.#withDecision(because);
    // The kind of applicant is said by the registration, whatever put the case in the row.
    return cell.column === 'total' ? ofRow : [...new Set([REGISTRATION, ...ofRow])];
  }

  #withDecision(because: readonly number[]): readonly number[] {
    const last = because.at(-1);
    const replied = last !== undefined && this.#standing[last]!.entry.type === REPLY;
    return replied ? [this.#decisionBefore(last), ...because] : because;
  }

  /** No reply without a decision: the life cycle sees to that. */
  #decisionBefore(reply: number): number {
    return this.#standing.findLastIndex(({ entry }, place) => entry.type === DECISION && place < reply);
  }
}

function isCounted(entry: RawEntry): entry is CaseEntry {
  return entry.type !== rectifyEntry.event.type;
}

function lineageEntry({ entry, amendedBy }: SettledEntry): LineageEntry {
  const { revision, inserted } = entry.by;
  const { on } = entry.data as { readonly on: LocalDate };
  const { label } = eventRegistry.get(entry.type);
  return { revision, supplied: inserted ?? null, type: entry.type, label, on, amendedBy };
}
