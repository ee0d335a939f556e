import type { Instant } from '#kernel';
import type { RawEntry } from '../step.js';
import type { RectifyingAction } from './rectification.js';

/** Type of the event that puts another entry right. */
export const ENTRY_RECTIFIED = 'case.entry-rectified' as const;

/** What the rectifications that stand say together about one entry. */
interface Amendment {
  voided: boolean;
  /** Corrected fields by name; a removed field has the value `REMOVED`. */
  readonly fields: Map<string, unknown>;
  /** When the last of them was recorded. */
  lastAt: Instant;
}

const REMOVED = Symbol('removed field');

/**
 * The history as rectified up to its last entry: struck entries gone, corrected fields in place, rectifications left out; order
 * and revisions as recorded, `amendedAt` added to what was corrected. Of two rectifications of one field the later one holds;
 * a rectification may itself be struck or corrected. One pass, for a prefix of a history as well (the reading as recorded at T).
 */
export function effectiveHistory(raw: readonly RawEntry[]): RawEntry[] {
  return effectiveEntries(raw).filter(({ type }) => type !== ENTRY_RECTIFIED);
}

/**
 * As {@link effectiveHistory}, with the rectifications that stand. `rectified` is the type of the event that rectifies: other
 * families of streams put their entries right in the very same way.
 */
export function effectiveEntries(raw: readonly RawEntry[], rectified: string = ENTRY_RECTIFIED): RawEntry[] {
  const isRectification = (entry: RawEntry): entry is Rectification => entry.type === rectified;
  if (!raw.some(isRectification)) return [...raw];
  // From the end: when an entry is reached, everything that could rectify it is already settled.
  const amendments = new Map<number, Amendment>();
  const standing: RawEntry[] = [];
  for (const recorded of raw.toReversed()) {
    const entry = amended(recorded, amendments.get(recorded.by.revision));
    if (entry === null) continue;
    standing.push(entry);
    if (isRectification(entry)) note(amendments, entry);
  }
  return standing.reverse();
}

type Rectification = RawEntry & { readonly data: { readonly revision: number; readonly action: RectifyingAction } };

function amended(entry: RawEntry, amendment: Amendment | undefined): RawEntry | null {
  if (amendment === undefined) return entry;
  if (amendment.voided) return null;
  const fields = Object.entries(entry.data).filter(([name]) => !amendment.fields.has(name));
  const corrected = [...amendment.fields].filter(([, value]) => value !== REMOVED);
  return {
    ...entry,
    data: Object.fromEntries([...fields, ...corrected]),
    by: { ...entry.by, amendedAt: amendment.lastAt },
  };
}

/** Later rectifications were noted before, so what is already there holds. */
function note(amendments: Map<number, Amendment>, { data: { revision, action }, by }: Rectification): void {
  if (revision >= by.revision) return;
  const at = by.amendedAt ?? by.recordedAt;
  const amendment = amendments.get(revision) ?? { voided: false, fields: new Map<string, unknown>(), lastAt: at };
  amendments.set(revision, amendment);
  amendment.lastAt = latest(amendment.lastAt, at);
  if (action.kind === 'void') {
    amendment.voided = true;
    return;
  }
  const said: [string, unknown][] = [
    ...(action.remove ?? []).map((name): [string, unknown] => [name, REMOVED]),
    ...Object.entries(action.fields),
  ];
  for (const [name, value] of said) if (!amendment.fields.has(name)) amendment.fields.set(name, value);
}

function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
