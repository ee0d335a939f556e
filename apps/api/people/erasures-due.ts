import { currentCase, type Case } from '#casework';
import type { RecordedEvent } from '#kernel';
import type { Office } from '#office';
import type { Erasure } from '#privacy';
import { setImmediate as breathe } from 'node:timers/promises';
import { personsOf, referencesIn } from './persons-of-case.js';

const ERASED = 'case.personal-data-erased';
/** Events that can name a person. */
const NAMING: readonly string[] = ['case.application-received', 'case.third-party-consulted', 'case.entry-rectified'];
const SCAN = 5_000;

/** A person of a case that may have to go. */
type MayGo = (ref: string, agency: string) => boolean;

/** All cases with a recorded decision to erase, by stream. */
export async function erasedCases(office: Office): Promise<ReadonlySet<string>> {
  const streams = new Set<string>();
  for await (const { stream } of eventsOf(office, [ERASED])) streams.add(stream);
  return streams;
}

/**
 * The persons of these cases whose keys are to be destroyed: those whose every case of the same agency has a decision to erase.
 * Whoever stands in another case of the agency is still needed there. `mayGo` says who is there to be erased.
 */
export async function erasuresDue(
  office: Office,
  streams: Iterable<string>,
  mayGo: MayGo,
): Promise<readonly Erasure[]> {
  const wanted = new Map<string, { readonly erasure: Erasure; readonly agency: string }>();
  for (const stream of streams) {
    const history = await office.desk.history(stream);
    const decision = history.findLast(({ type }) => type === ERASED);
    const state = currentCase(history);
    if (decision === undefined || !isErased(state)) continue;
    const { on, approvedBy } = decision.data as Pick<Erasure, 'on' | 'approvedBy'>;
    for (const personRef of personsOf(history)) {
      if (!mayGo(personRef, state.agency)) continue;
      wanted.set(personRef, {
        erasure: { personRef, on, reason: 'retention-ended', approvedBy },
        agency: state.agency,
      });
    }
  }
  if (wanted.size === 0) return [];
  const naming = await streamsNaming(office, new Set(wanted.keys()));
  const due: Erasure[] = [];
  for (const [ref, { erasure, agency }] of wanted) {
    const held = await casesHolding(office, naming.get(ref) ?? new Set(), ref, agency);
    if (held.length === 0) due.push(erasure);
  }
  return due;
}

/** By reference, the cases of the agency for which a person is still needed; empty for whoever stands in none. */
export async function holdersOf(
  office: Office,
  refs: readonly string[],
  agency: string,
): Promise<ReadonlyMap<string, readonly Case[]>> {
  if (refs.length === 0) return new Map();
  const naming = await streamsNaming(office, new Set(refs));
  const holders = new Map<string, readonly Case[]>();
  for (const ref of refs) {
    holders.set(ref, await casesHolding(office, naming.get(ref) ?? new Set(), ref, agency));
  }
  return holders;
}

/** Streams in which a reference stands anywhere, whatever was rectified since. */
async function streamsNaming(
  office: Office,
  refs: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const naming = new Map<string, Set<string>>();
  for await (const { stream, data } of eventsOf(office, NAMING)) {
    for (const ref of referencesIn(data)) {
      if (refs.has(ref)) naming.set(ref, (naming.get(ref) ?? new Set()).add(stream));
    }
  }
  return naming;
}

/** Cases of the agency in which the person stands and whose personal data nobody has decided to erase. */
async function casesHolding(
  office: Office,
  streams: ReadonlySet<string>,
  ref: string,
  agency: string,
): Promise<readonly Case[]> {
  const holding: Case[] = [];
  for (const stream of streams) {
    const history = await office.desk.history(stream);
    const state = currentCase(history);
    if (state?.agency === agency && !isErased(state) && personsOf(history).includes(ref)) holding.push(state);
  }
  return holding;
}

function isErased(state: Case | null): state is Case {
  return state !== null && state.personalDataErasedOn !== null;
}

/** All events of these types, lending the thread to others between pages. */
async function* eventsOf(office: Office, types: readonly string[]): AsyncGenerator<RecordedEvent, void, undefined> {
  for (let after = ''; ;) {
    const page = await office.store.readAll({ after, max: SCAN, filter: { types } });
    yield* page.events;
    if (page.atEnd) return;
    after = page.next;
    await breathe();
  }
}
