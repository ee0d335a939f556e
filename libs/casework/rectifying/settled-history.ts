import type { Instant } from '#kernel';
import type { RawEntry } from '../step.js';
import { INSERTABLE_EVENTS, type Insertion } from './insertion.js';
import type { RectifyingAction } from './rectification.js';
import { targetsOf, type Rectifying } from './rectifying-action.js';

/** Type of the event that puts another entry right. */
export const ENTRY_RECTIFIED = 'case.entry-rectified' as const;

/** An entry, or a step supplied by a rectification, with what the rectifications that stand made of it. */
export interface SettledEntry {
  /** Corrected fields in place, `amendedAt` added. A struck entry is corrected, too; a supplied step is marked `inserted`. */
  readonly entry: RawEntry;
  /** Revisions of the rectifications that correct it, in order. */
  readonly amendedBy: readonly number[];
  /** Revisions of the rectifications that strike it; empty for an entry that stands. */
  readonly voidedBy: readonly number[];
}

/** What the rectifications that stand say together about one entry. */
interface Amendment {
  readonly amendedBy: number[];
  readonly voidedBy: number[];
  /** Corrected fields by name; a removed field has the value `REMOVED`. */
  readonly fields: Map<string, unknown>;
  /** When the last of them was recorded. */
  lastAt: Instant;
}

const REMOVED = Symbol('removed field');

/** An entry that rectifies another one. */
type Rectification = RawEntry & { readonly data: Rectifying };

/**
 * Every entry of a raw history with what became of it, rectifications included, in effective order: as recorded, and steps
 * supplied by a standing rectification directly behind the entry that it names. An entry keeps its place when struck; behind a
 * rectification that supplies steps means behind these steps; of two rectifications that supply steps behind one entry the later
 * one's come first, since "directly behind" was said of the history with the earlier ones in it.
 * `rectified` is the type of the event that rectifies. `inspect` sees every corrected entry before anything follows from it.
 */
export function settledEntries(
  raw: readonly RawEntry[],
  rectified: string = ENTRY_RECTIFIED,
  inspect: (corrected: RawEntry) => void = () => undefined,
): SettledEntry[] {
  const isRectification = (entry: RawEntry): entry is Rectification => entry.type === rectified;
  // From the end: when an entry is reached, everything that could rectify it is already settled.
  const amendments = new Map<number, Amendment>();
  const inserted = new Map<number, SettledEntry[]>();
  const settled = raw.toReversed().map((recorded): SettledEntry => {
    const one = settle(recorded, amendments.get(recorded.by.revision));
    const { entry } = one;
    if (one.amendedBy.length > 0) inspect(entry);
    if (!isRectification(entry)) return one;
    const { revision, action } = entry.data;
    if (one.voidedBy.length === 0) note(amendments, entry);
    if (action.kind === 'insert' && revision < entry.by.revision) listOf(inserted, revision).push(one);
    return one;
  });
  const inOrder = settled.reverse();
  return inserted.size === 0 ? inOrder : inPlace(inOrder, inserted);
}

function settle(entry: RawEntry, amendment: Amendment | undefined): SettledEntry {
  if (amendment === undefined) return { entry, amendedBy: [], voidedBy: [] };
  const { amendedBy, voidedBy, fields: said, lastAt } = amendment;
  const fields = Object.entries(entry.data).filter(([name]) => !said.has(name));
  const corrected = [...said].filter(([, value]) => value !== REMOVED);
  const data = Object.fromEntries([...fields, ...corrected]);
  return {
    entry: { ...entry, data, by: { ...entry.by, amendedAt: lastAt } },
    amendedBy: amendedBy.toReversed(),
    voidedBy: voidedBy.toReversed(),
  };
}

/** Later rectifications were noted before, so what is already there holds. One that names itself or later entries says nothing. */
function note(amendments: Map<number, Amendment>, { data, by }: Rectification): void {
  const { action } = data;
  if (action.kind === 'insert') return;
  const at = by.amendedAt ?? by.recordedAt;
  for (const revision of targetsOf(data).filter((target) => target < by.revision)) {
    const amendment = amendments.get(revision) ?? untouched(at);
    amendments.set(revision, amendment);
    amendment.lastAt = at > amendment.lastAt ? at : amendment.lastAt;
    if (action.kind === 'void') amendment.voidedBy.push(by.revision);
    else noteFields(amendment, action, by.revision);
  }
}

function noteFields(
  { amendedBy, fields }: Amendment,
  action: RectifyingAction & { kind: 'correct' },
  by: number,
): void {
  amendedBy.push(by);
  const said: [string, unknown][] = [
    ...(action.remove ?? []).map((name): [string, unknown] => [name, REMOVED]),
    ...Object.entries(action.fields),
  ];
  for (const [name, value] of said) if (!fields.has(name)) fields.set(name, value);
}

function untouched(lastAt: Instant): Amendment {
  return { amendedBy: [], voidedBy: [], fields: new Map(), lastAt };
}

/** `inserted`: by the revision of the entry behind which they stand, the rectifications that supply steps, latest first. */
function inPlace(
  inOrder: readonly SettledEntry[],
  inserted: ReadonlyMap<number, readonly SettledEntry[]>,
): SettledEntry[] {
  const placed: SettledEntry[] = [];
  const placeBehind = (revision: number): void => {
    for (const insertion of inserted.get(revision) ?? []) {
      placed.push(...suppliedBy(insertion));
      placeBehind(insertion.entry.by.revision);
    }
  };
  const insertions = new Set([...inserted.values()].flat());
  for (const one of inOrder) {
    placed.push(one);
    if (!insertions.has(one)) placeBehind(one.entry.by.revision);
  }
  return placed;
}

function suppliedBy({ entry: { data, by }, amendedBy, voidedBy }: SettledEntry): SettledEntry[] {
  if (voidedBy.length > 0) return [];
  const { steps } = (data as { readonly action: Insertion }).action;
  return steps.map(({ step, body }, index) => ({
    entry: { type: INSERTABLE_EVENTS[step], data: body, by: { ...by, inserted: index + 1 } },
    amendedBy,
    voidedBy,
  }));
}

function listOf<T>(lists: Map<number, T[]>, key: number): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
