import { currentCase, effectiveHistory, erasePersonalData, isErasedFrom, type RawEntry } from '#casework';
import type { Office } from '#office';
import type { Erasure } from '#privacy';
import type { z } from 'zod';
import { eventsOf, holdersOf } from './cases-of-person.js';
import { personsOf } from './persons-of-case.js';

const ERASED = erasePersonalData.event.type;

/** A decision to erase, as a case records it. */
type Decision = z.output<typeof erasePersonalData.event.schema>;

/** A person of a case that may have to go. */
type MayGo = (ref: string, agency: string) => boolean;

/** All cases with a recorded decision to erase, by stream. */
export async function erasedCases(office: Office): Promise<ReadonlySet<string>> {
  const streams = new Set<string>();
  for await (const { stream } of eventsOf(office, [ERASED])) streams.add(stream);
  return streams;
}

/**
 * The persons of these cases whose keys are to be destroyed: those for whom every case of the same agency has a decision to erase.
 * Whoever stands in another case of the agency is still needed there. `mayGo` says who is there to be erased.
 */
export async function erasuresDue(
  office: Office,
  streams: Iterable<string>,
  mayGo: MayGo,
): Promise<readonly Erasure[]> {
  const wanted = new Map<string, Erasure>();
  const persons = new Map<string, string>();
  for (const stream of streams) {
    const history = await office.desk.history(stream);
    const state = currentCase(history);
    if (state === null) continue;
    for (const personRef of personsOf(state)) {
      const decision = isErasedFrom(state, personRef) ? decisionOn(history, personRef) : undefined;
      if (decision === undefined || !mayGo(personRef, state.agency)) continue;
      const { on, approvedBy, reason = 'retention-ended' } = decision;
      wanted.set(personRef, { personRef, on, reason, approvedBy });
      persons.set(personRef, state.agency);
    }
  }
  const holders = await holdersOf(office, persons);
  return [...wanted.values()].filter(({ personRef }) => holders.get(personRef)?.length === 0);
}

/** The last decision in a history that takes in this person. */
function decisionOn(history: readonly RawEntry[], ref: string): Decision | undefined {
  return effectiveHistory(history)
    .filter(({ type }) => type === ERASED)
    .map(({ data }) => data as Decision)
    .findLast(({ personRef }) => personRef === undefined || personRef === ref);
}
