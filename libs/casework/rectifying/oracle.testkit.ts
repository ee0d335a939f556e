import type { RawEntry } from '../step.js';
import { INSERTABLE_EVENTS, type Insertion } from './insertion.js';
import type { Rectifying } from './rectifying-action.js';
import { ENTRY_RECTIFIED } from './settled-history.js';

/** An entry, and whether it is struck. */
export interface SlowEntry {
  readonly entry: RawEntry;
  readonly struck: boolean;
}

/** Every entry so. Each is told once, since a definition that asks itself twice for everything behind it never ends. */
export function slowEntries(raw: readonly RawEntry[]): SlowEntry[] {
  const known = new Map<number, SlowEntry>();
  const told = (index: number): SlowEntry => {
    const one = known.get(index) ?? slowEntry(raw, index, told);
    known.set(index, one);
    return one;
  };
  return raw.map((_entry, index) => told(index));
}

/** By the definition, word for word: an entry as changed by every later rectification of it that itself stands. */
function slowEntry(raw: readonly RawEntry[], index: number, told: (index: number) => SlowEntry): SlowEntry {
  let entry: RawEntry = raw[index]!;
  let amendedAt: string | undefined;
  let struck = false;
  for (let later = index + 1; later < raw.length; later++) {
    const { entry: rectification, struck: gone } = told(later);
    if (gone || rectification.type !== ENTRY_RECTIFIED) continue;
    const { revision, action } = rectification.data as Rectifying;
    const named = revision === index || (action.kind === 'void' && action.also?.includes(index));
    if (!named || action.kind === 'insert') continue;
    const at = rectification.by.amendedAt ?? rectification.by.recordedAt;
    amendedAt = amendedAt === undefined || at > amendedAt ? at : amendedAt;
    if (action.kind === 'void') struck = true;
    else {
      const data: Record<string, unknown> = { ...entry.data, ...action.fields };
      for (const name of action.remove ?? []) delete data[name];
      entry = { ...entry, data };
    }
  }
  if (amendedAt === undefined) return { entry, struck };
  return { entry: { ...entry, by: { ...entry.by, amendedAt: amendedAt as RawEntry['by']['recordedAt'] } }, struck };
}

/** The entries as recorded; then, one rectification after the other, what it supplies is put directly behind what it names. */
export function slowHistory(raw: readonly RawEntry[]): RawEntry[] {
  const all = slowEntries(raw);
  const isInsertion = ({ type, data }: RawEntry) =>
    type === ENTRY_RECTIFIED && (data as Rectifying).action.kind === 'insert';
  const places = all.map((_one, index) => index).filter((index) => !isInsertion(all[index]!.entry));
  all.forEach(({ entry }, index) => {
    if (isInsertion(entry)) places.splice(places.indexOf((entry.data as Rectifying).revision) + 1, 0, index);
  });
  return places
    .map((index) => all[index]!)
    .filter(({ struck }) => !struck)
    .flatMap(({ entry }) => (isInsertion(entry) ? slowlySupplied(entry) : [entry]))
    .filter(({ type }) => type !== ENTRY_RECTIFIED);
}

function slowlySupplied({ data, by }: RawEntry): RawEntry[] {
  const { steps } = (data as Rectifying).action as Insertion;
  return steps.map(({ step, body }, index) => ({
    type: INSERTABLE_EVENTS[step],
    data: body,
    by: { ...by, inserted: index + 1 },
  }));
}
