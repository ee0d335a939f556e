import { calendarOf } from '#calendar';
import { currentCase, decide, DEFAULT_POLICY, type CaseEvent, type RawEntry, type StepName } from '#casework';
import type { EventStore } from '#event-store';
import { eventId, type CommandMetadata, type JsonObject, type NewEvent, type Role } from '#kernel';

/** The agency whose cases fill the log. */
export const BENCH_AGENCY = 'bench-city';
/** Events of one case. */
export const EVENTS_PER_CASE = 10;

const OUTCOMES = ['granted_provided', 'granted_already_public', 'unavailable_needs_creation', 'not_processed_petition'];
const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];
const KINDS = ['natural-person', 'commercial-enterprise', 'other'];
const IN_FLIGHT = 256;

type Script = readonly (readonly [step: StepName, role: Role, body: object])[];

/** A whole life with an extension and a consultation, decided by the real rules. */
function script(year: number, outcome: string, applicantKind: string): Script {
  return [
    [
      'receive-application',
      'handler',
      { on: `${year}-03-01`, channel: 'internet', applicantRef: 'p-1', applicantKind },
    ],
    ['confirm-receipt', 'handler', { on: `${year}-03-02` }],
    ['consult-third-party', 'handler', { on: `${year}-03-05`, consultationId: 'c-1', partyRef: 'party-1' }],
    ['record-consultation-delivery', 'handler', { on: `${year}-03-07`, consultationId: 'c-1' }],
    ['conclude-consultation', 'handler', { on: `${year}-03-14`, consultationId: 'c-1', result: 'agrees' }],
    ['extend-deadline', 'head', { on: `${year}-03-20`, workingDays: 10, approvedBy: 'head-1' }],
    ['propose-decision', 'handler', { on: `${year}-04-02`, outcome }],
    ['review-decision', 'reviewer', { on: `${year}-04-03`, result: 'approved' }],
    ['dispatch-reply', 'handler', { on: `${year}-04-07`, mode: 'post', document: { number: `依申请〔${year}〕1号` } }],
    ['record-delivery', 'handler', { on: `${year}-04-10` }],
  ];
}

const NOW = '2035-01-01T00:00:00.000Z';

/** Histories that the rules accept, one per combination of year, outcome and kind. Every case of the log is a copy of one of them. */
function templates(years: readonly number[]): readonly (readonly CaseEvent[])[] {
  const calendar = calendarOf('CN');
  return years.flatMap((year) =>
    OUTCOMES.flatMap((outcome) =>
      KINDS.map((kind) => {
        let history: readonly RawEntry[] = [];
        const events = script(year, outcome, kind).map(([step, role, body], revision) => {
          const person = { actor: `${role}-1`, role, now: NOW } as const;
          const command = { step, caseId: 'template', agency: BENCH_AGENCY, body };
          const state = currentCase(history);
          const event = decide(command, state, {
            calendar,
            commandId: `t-${revision}`,
            ...person,
            policy: DEFAULT_POLICY,
            related: null,
            history,
          });
          const by = { revision, actor: person.actor, role, recordedAt: NOW } as const;
          history = [...history, { ...event, by }];
          return event;
        });
        return events;
      }),
    ),
  );
}

/** Writes `cases` whole cases, ten events each, received and ended in `years`; answers with the number of events. */
export async function writeCases(
  store: EventStore,
  cases: number,
  from = 0,
  onProgress?: (done: number) => void,
  years: readonly number[] = YEARS,
): Promise<number> {
  const lives = templates(years);
  let pending: Promise<unknown>[] = [];
  for (let number = from; number < from + cases; number++) {
    pending.push(writeCase(store, `bench-${number}`, lives[number % lives.length]!));
    if (pending.length < IN_FLIGHT) continue;
    await Promise.all(pending);
    pending = [];
    if (number % 10_000 < IN_FLIGHT) onProgress?.(number - from);
  }
  await Promise.all(pending);
  return cases * EVENTS_PER_CASE;
}

function writeCase(store: EventStore, caseId: string, life: readonly CaseEvent[]): Promise<unknown> {
  const events: NewEvent[] = life.map(({ type, data }, index) => ({
    id: eventId(caseId, index),
    type,
    version: 1,
    data: (type === 'case.application-received'
      ? { ...data, caseId, caseNumber: caseId }
      : data) as unknown as JsonObject,
  }));
  return store.append(`case-${caseId}`, 'no-stream', events, benchMetadata(caseId));
}

/** Metadata of a command that wrote bench events. */
export function benchMetadata(commandId: string): CommandMetadata {
  return {
    commandId,
    actor: 'handler-1',
    role: 'handler',
    agency: BENCH_AGENCY,
    now: NOW,
    on: '2024-03-01',
    correlationId: commandId,
    causationId: commandId,
    commandHash: '0'.repeat(64),
  };
}
