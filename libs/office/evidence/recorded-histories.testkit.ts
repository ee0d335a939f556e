import fc from 'fast-check';
import { eventId, type JsonObject, type LocalDate } from '#kernel';
import type { RawEntry } from '#casework';
import { histories } from '../../casework/replaying/random-replay.testkit.js';
import { legalHistory } from '../../statistics/testkit/legal-history.js';
import type { Office } from '../office.js';
import { caseStream } from '../streams.js';

const SEED = 20240501;

/** Random legal lives of cases, half of them full of rectifications, the same in every run. */
export function someHistories(count: number): readonly (readonly RawEntry[])[] {
  const of = (arbitrary: fc.Arbitrary<readonly RawEntry[]>) =>
    fc.sample(arbitrary, { seed: SEED, numRuns: count >> 1 });
  return [...of(legalHistory), ...of(histories)];
}

/** Puts histories into the log of an office as cases of an agency, past the desks, which would have to decide them anew. */
export async function recordHistories(
  office: Office,
  agency: string,
  lives: readonly (readonly RawEntry[])[],
): Promise<void> {
  for (const [number, life] of lives.entries()) await recordHistory(office, agency, `${agency}-${number}`, life);
}

async function recordHistory(office: Office, agency: string, caseId: string, life: readonly RawEntry[]): Promise<void> {
  for (const [revision, { type, data: written, by }] of life.entries()) {
    const commandId = `${caseId}/${revision}`;
    const data = (revision === 0 ? { ...written, caseId, agency } : written) as JsonObject;
    const metadata = {
      commandId,
      actor: by.actor,
      role: by.role,
      agency,
      now: by.recordedAt,
      on: (data as { readonly on: LocalDate }).on,
      correlationId: commandId,
      causationId: commandId,
      commandHash: '0'.repeat(64),
      ...(by.source !== undefined && { source: by.source }),
    };
    const event = { id: eventId(commandId, 0), type, version: 1, data };
    await office.store.append(caseStream(caseId), revision === 0 ? 'no-stream' : revision - 1, [event], metadata);
  }
}
