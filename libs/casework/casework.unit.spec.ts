import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, EventRegistry, GongkaiError, localDateSchema, type LocalDate } from '#kernel';
import { CASE_STATUSES, type Case, type CaseStatus } from './case.js';
import { foldCase, type CaseEntry } from './history.js';
import { assertLegalHistory } from './legality.js';
import { isAllowed, offeredSteps } from './lifecycle.js';
import { LEADS_TO } from './lifecycle-diagram.js';
import { OUTCOME_CODES, OUTCOMES } from './outcomes.js';
import { effectiveHistory } from './rectifying/effective-history.js';
import { relatedCaseId } from './related-case.js';
import { receiveApplication } from './receiving-application/receive-application.js';
import { caseEvents, caseSteps, stepOfEvent, stepOfName, type StepName } from './steps.js';
import { calendarOf } from '#calendar';
import { caseAfter, received } from './testkit/case-specification.js';
import { anyBody, anyStep, diceOf, pick, turns, type Turn } from './testkit/random-commands.js';
import { NOTHING, send, type Situation } from './testkit/situation.js';
import { SOURCE } from './testkit/source.js';
import { recordPastResult } from './taking-over/record-past-result.js';

describe.each(caseSteps.map((step) => [step.name, step] as const))('step %s', (name, step) => {
  it('has a line in the life cycle that lets it happen somewhere', () => {
    expect(CASE_STATUSES.some((status) => isAllowed(name, status))).toBe(true);
  });

  it('has a registered event of casework, found by name and by type', () => {
    expect(new EventRegistry(caseEvents).get(step.event.type)).toBe(step.event);
    expect(step.event.type).toMatch(/^case\.[a-z]+(-[a-z]+)*$/);
    if (step.name === receiveApplication.name) return;
    expect(stepOfName(step.name)).toBe(step);
    expect(stepOfEvent(step.event.type)).toBe(step);
  });

  it('says in Chinese what it is and what it rests on, and who may take it', () => {
    for (const text of [step.label, step.article, step.event.label, step.event.source])
      expect(text).toMatch(/\p{Script=Han}/u);
    expect(step.roles.length).toBeGreaterThan(0);
    expect(step.roles).not.toContain('auditor');
  });

  it('answers a body that is none at all with the fields at fault', () => {
    for (const body of [undefined, null, 'text', [], {}]) expect(step.body.safeParse(body).success).toBe(false);
    expect(relatedCaseId(name, null)).toBeUndefined();
  });
});

describe('the steps together', () => {
  it('have names and event types of their own', () => {
    expect(new Set(caseSteps.map(({ name }) => name)).size).toBe(caseSteps.length);
    expect(new Set(caseSteps.map(({ event }) => event.type)).size).toBe(caseSteps.length);
  });

  it('include every step that ends a case with an outcome', () => {
    const endings = OUTCOME_CODES.map((code) => OUTCOMES[code].reachedBy).filter((by) => by !== 'reply');
    expect(caseSteps.map(({ name }) => name)).toEqual(expect.arrayContaining([...endings, 'dispatch-reply']));
  });

  it('name the other case that they look at', () => {
    expect(relatedCaseId('merge-application', { on: '2024-03-05', intoCaseId: 'case-0' })).toBe('case-0');
    expect(
      relatedCaseId('propose-decision', {
        on: '2024-03-05',
        outcome: 'not_processed_duplicate',
        facts: { earlierCaseId: 'case-0' },
      }),
    ).toBe('case-0');
    const application = { on: '2024-03-05', channel: 'fax', applicantRef: 'p-1', applicantKind: 'other' };
    expect(relatedCaseId('receive-application', application)).toBeUndefined();
    expect(relatedCaseId('receive-application', { ...application, splitFrom: 'case-0' })).toBe('case-0');
  });
});

describe('any sequence of commands', () => {
  const seen = { outcomes: new Set<string>(), steps: new Set<StepName>(), moves: new Set<string>() };

  it('yields legal states only; what is refused says why; what is accepted folds (property)', () => {
    fc.assert(fc.property(turns, playAndCheck), { numRuns: 500, seed: 711 });
  });

  it('was wide enough to mean something: every step accepted, every change of status seen', () => {
    expect([...seen.steps].sort()).toEqual(caseSteps.map(({ name }) => name).sort());
    expect([...seen.moves].sort()).toEqual(declaredMoves().sort());
    expect(seen.outcomes.size).toBeGreaterThan(15);
  });

  function playAndCheck(played: readonly Turn[]): void {
    let situation = NOTHING;
    let on: LocalDate = '2024-11-20';
    for (const turn of played) {
      on = addDays(on, turn.gap);
      situation = takeTurn(situation, turn, on);
    }
    const entries = effectiveHistory(situation.history) as CaseEntry[];
    for (const { data } of entries) expect(localDateSchema.parse(data.on)).toBe(data.on);
    expect(assertLegalHistory(entries, { calendar: calendarOf('CN') })).toEqual(situation.state);
    expect(foldCase(entries)).toEqual(situation.state);
  }

  function takeTurn(situation: Situation, { seed }: Turn, on: LocalDate): Situation {
    const dice = diceOf(seed);
    const step = anyStep(situation.state, dice);
    const circumstances = {
      actor: pick(dice, ['handler-1', 'head-1']),
      source: dice(2) === 0 ? SOURCE : undefined,
      related: caseAfter(received('2024-10-01', { caseId: 'case-0' })),
      policy: { reviewRequired: dice(2) === 0, internetReceipt: pick(dice, ['confirmation', 'submission'] as const) },
    };
    try {
      const next = send(situation, step, anyBody(step, situation.state, on, dice), circumstances);
      expect(situation.state === null || isOffered(step, situation.state)).toBe(true);
      note(step, situation.state, next.state!);
      expectSound(
        next.state!,
        next.history.some(({ type }) => type === recordPastResult.event.type),
      );
      return next;
    } catch (error) {
      if (!(error instanceof GongkaiError)) throw error;
      expectExplained(error, situation.state);
      return situation;
    }
  }

  function note(step: StepName, before: Case | null, { status, ending }: Case): void {
    seen.steps.add(step);
    if (ending) seen.outcomes.add(ending.outcome);
    const from = before?.status ?? 'unregistered';
    if (step === 'rectify-entry' || (from === status && LEADS_TO[step].length === 0)) return;
    seen.moves.add(`${step}: ${from} > ${status}`);
  }

  function declaredMoves(): string[] {
    return caseSteps.flatMap(({ name }) =>
      CASE_STATUSES.filter((from) => isAllowed(name, from)).flatMap((from) =>
        LEADS_TO[name].map((to) => `${name}: ${from} > ${to}`),
      ),
    );
  }
});

/** What was accepted was offered, if it is for people at all: nothing is hidden that could be done. */
function isOffered(step: StepName, state: Case): boolean {
  return ['carry-forward', 'record-past-result'].includes(step) || offeredSteps(state).includes(step);
}

/** A result taken over from an older register stands without the reply or the step that brought it about. */
function expectSound(state: Case, pastResult: boolean): void {
  const { status, ending, decision, receivedOn, reply, fee, correction } = state;
  expect(CASE_STATUSES.slice(1)).toContain(status);
  expect(ending !== null).toBe(status === 'closed');
  expect(receivedOn === null).toBe(status === 'awaiting-confirmation');
  if (ending) expect(ending.on >= receivedOn!).toBe(true);
  if (ending && !pastResult) expect(OUTCOMES[ending.outcome].reachedBy === 'reply').toBe(reply !== null);
  if (reply) expect(ending).toEqual({ on: reply.dispatchedOn, outcome: decision?.outcome });
  if (status === 'decision-proposed') expect(decision).toMatchObject({ reviewRequired: true, approvedOn: null });
  if (status === 'decision-approved') expect(decision!.reviewRequired).toBe(decision!.approvedOn !== null);
  if (decision?.approvedBy) expect(decision.approvedBy).not.toBe(decision.proposedBy);
  if (status === 'awaiting-payment') expect(fee).toMatchObject({ paidOn: null });
  if (status === 'awaiting-correction') expect(correction).toMatchObject({ correctedOn: null });
}

function expectExplained(error: GongkaiError, state: Case | null): void {
  const status: CaseStatus = state?.status ?? 'unregistered';
  expect(error.message).toMatch(/\p{Script=Han}/u);
  expect(['invalid', 'refused']).toContain(error.kind);
  if (error.kind === 'invalid') expect(error.facts.fields?.length).toBeGreaterThan(0);
  if (error.kind !== 'refused') return;
  expect(error.facts).toMatchObject({ status, allowedSteps: offeredSteps(state) });
}
