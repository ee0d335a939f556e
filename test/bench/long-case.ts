import { calendarOf } from '#calendar';
import { currentCase, decide, DEFAULT_POLICY, type RawEntry, type StepName } from '#casework';
import type { EventStore } from '#event-store';
import { eventId, type JsonObject, type NewEvent, type Role } from '#kernel';
import { BENCH_AGENCY, benchMetadata } from './case-log.js';

/** Events of one long case. */
export const LONG_CASE_EVENTS = 50;

/** Overlapping consultations of a long case, three events each. */
const CONSULTATIONS = 14;

type Line = readonly [step: StepName, role: Role, body: object];

const OPENING: readonly Line[] = [
  [
    'receive-application',
    'handler',
    { on: '2023-03-01', channel: 'internet', applicantRef: 'p-1', applicantKind: 'natural-person' },
  ],
  ['confirm-receipt', 'handler', { on: '2023-03-02' }],
];

const ENDING: readonly Line[] = [
  ['extend-deadline', 'head', { on: '2023-03-20', workingDays: 10, approvedBy: 'head-1' }],
  ['propose-decision', 'handler', { on: '2023-04-02', outcome: 'granted_provided' }],
  ['review-decision', 'reviewer', { on: '2023-04-03', result: 'approved' }],
  ['dispatch-reply', 'handler', { on: '2023-04-06', mode: 'post', document: { number: '依申请〔2023〕1号' } }],
  ['record-delivery', 'handler', { on: '2023-04-10' }],
  [
    'rectify-entry',
    'handler',
    {
      on: '2023-04-12',
      revision: LONG_CASE_EVENTS - 3,
      action: { kind: 'correct', fields: { on: '2023-04-07' } },
      reason: 'wrong-date',
      approvedBy: 'head-1',
    },
  ],
];

/** Fourteen consultations that overlap, an extension, a reply and the rectification of its date: the clock has much to say. */
function script(): readonly Line[] {
  const consultations = Array.from({ length: CONSULTATIONS }, (_, index) => `c-${index}`);
  const on = (day: number) => `2023-03-${String(day).padStart(2, '0')}`;
  return [
    ...OPENING,
    ...consultations.map((consultationId, index): Line => {
      const body = { on: on(3 + (index >> 2)), consultationId, partyRef: `party-${index}` };
      return ['consult-third-party', 'handler', body];
    }),
    ...consultations.map((consultationId, index): Line => {
      return ['record-consultation-delivery', 'handler', { on: on(7 + (index >> 2)), consultationId }];
    }),
    ...consultations.map((consultationId, index): Line => {
      return ['conclude-consultation', 'handler', { on: on(13 + (index >> 2)), consultationId, result: 'agrees' }];
    }),
    ...ENDING,
  ];
}

/** Writes `cases` cases of {@link LONG_CASE_EVENTS} events, decided by the real rules; answers their ids. */
export async function writeLongCases(store: EventStore, cases: number): Promise<readonly string[]> {
  const calendar = calendarOf('CN');
  const { now } = benchMetadata('template');
  let history: readonly RawEntry[] = [];
  for (const [revision, [step, role, body]] of script().entries()) {
    const person = { actor: `${role}-1`, role, now } as const;
    const decided = decide({ step, caseId: 'template', agency: BENCH_AGENCY, body }, currentCase(history), {
      calendar,
      commandId: `t-${revision}`,
      ...person,
      policy: DEFAULT_POLICY,
      related: null,
      history,
    });
    history = [...history, { ...decided, by: { revision, actor: person.actor, role, recordedAt: now } }];
  }
  if (history.length !== LONG_CASE_EVENTS) throw new Error(`a long case has ${history.length} events`);
  const caseIds = Array.from({ length: cases }, (_, number) => `long-${number}`);
  await Promise.all(
    caseIds.map((caseId) => {
      const events: readonly NewEvent[] = history.map(({ type, data }, index) => ({
        id: eventId(caseId, index),
        type,
        version: 1,
        data: (index === 0 ? { ...data, caseId, caseNumber: caseId } : data) as unknown as JsonObject,
      }));
      return store.append(`case-${caseId}`, 'no-stream', events, benchMetadata(caseId));
    }),
  );
  return caseIds;
}
