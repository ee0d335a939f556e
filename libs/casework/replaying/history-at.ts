import { receiveApplication } from '../receiving-application/receive-application.js';
import { ENTRY_RECTIFIED, settledEntries, type SettledEntry } from '../rectifying/settled-history.js';
import type { Dated, RawEntry } from '../step.js';
import type { ReadingPoint } from './reading-point.js';

/**
 * The history as it stands at a point, in effective order, in three cuts:
 *
 * 1. knowledge: entries up to `revision` and recorded no later than `knownAt`;
 * 2. correction: as `recorded`, every one as written; as `corrected`, what the rectifications among them make of them;
 * 3. facts: those whose effective date, as it reads after 2, is `on` or earlier. The order stays: days decide what is in, the
 *    effective order decides what follows from it, for a fact entered late was judged behind those entered before it.
 *
 * A rectification is knowledge, not a fact of the case: 1 decides over it, its own date over nothing. Struck entries are
 * listed, with what strikes them, by their date. Empty where the receipt of the application is not in: before the case.
 */
export function historyAt(raw: readonly RawEntry[], { revision, knownAt, on, as }: ReadingPoint): SettledEntry[] {
  const known = raw.filter(
    ({ by }) =>
      (revision === undefined || by.revision <= revision) && (knownAt === undefined || by.recordedAt <= knownAt),
  );
  const settled = as === 'recorded' ? known.map(asWritten) : settledEntries(known);
  const happened = settled.filter(
    ({ entry }) => entry.type === ENTRY_RECTIFIED || on === undefined || dateOf(entry) <= on,
  );
  return happened.some(({ entry }) => entry.type === receiveApplication.event.type) ? happened : [];
}

/** The effective date of an entry. */
export function dateOf({ data }: RawEntry): Dated['on'] {
  return (data as Dated).on;
}

function asWritten(entry: RawEntry): SettledEntry {
  return { entry, amendedBy: [], voidedBy: [] };
}
