import { currentCase, isErasedFrom, type Case } from '#casework';
import type { RecordedEvent } from '#kernel';
import type { Office } from '#office';
import { setImmediate as breathe } from 'node:timers/promises';
import { personsOf, referencesIn } from './persons-of-case.js';

/** Events that can name a person. */
const NAMING: readonly string[] = ['case.application-received', 'case.third-party-consulted', 'case.entry-rectified'];
const SCAN = 5_000;

/** By reference, the agency that recorded the person: the same reference in a case of another agency is somebody else. */
export type Persons = ReadonlyMap<string, string>;

/** By reference, the cases in which each person stands as they now read; empty for whoever stands in none. One reading of the log. */
export async function casesOf(office: Office, persons: Persons): Promise<ReadonlyMap<string, readonly Case[]>> {
  if (persons.size === 0) return new Map();
  const naming = await streamsNaming(office, persons);
  const cases = new Map<string, readonly Case[]>();
  for (const [ref, agency] of persons) {
    const states: Case[] = [];
    for (const stream of naming.get(ref) ?? []) {
      const state = currentCase(await office.desk.history(stream));
      if (state?.agency === agency && personsOf(state).includes(ref)) states.push(state);
    }
    cases.set(ref, states);
  }
  return cases;
}

/** By reference, the cases for which each person is still needed: those in which nobody has decided to erase the person. */
export async function holdersOf(office: Office, persons: Persons): Promise<ReadonlyMap<string, readonly Case[]>> {
  const cases = await casesOf(office, persons);
  return new Map([...cases].map(([ref, all]) => [ref, all.filter((state) => !isErasedFrom(state, ref))]));
}

/** Streams in which a reference stands anywhere, whatever was rectified since. */
async function streamsNaming(office: Office, persons: Persons): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const naming = new Map<string, Set<string>>();
  for await (const { stream, data } of eventsOf(office, NAMING)) {
    for (const ref of referencesIn(data)) {
      if (persons.has(ref)) naming.set(ref, (naming.get(ref) ?? new Set()).add(stream));
    }
  }
  return naming;
}

/** All events of these types, in the order of the log, lending the thread to others between pages. */
export async function* eventsOf(
  office: Office,
  types: readonly string[],
): AsyncGenerator<RecordedEvent, void, undefined> {
  for (let after = ''; ;) {
    const page = await office.store.readAll({ after, max: SCAN, filter: { types } });
    yield* page.events;
    if (page.atEnd) return;
    after = page.next;
    await breathe();
  }
}
