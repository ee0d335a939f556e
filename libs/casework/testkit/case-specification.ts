import { expect } from '@jest/globals';
import { GongkaiError, validate, type LocalDate } from '#kernel';
import { calendarOf } from '#calendar';
import type { z } from 'zod';
import type { Case, Recording } from '../case.js';
import { assertAllowed } from '../lifecycle.js';
import { receiveApplication } from '../receiving-application/receive-application.js';
import { notBefore } from '../rules.js';
import { DEFAULT_POLICY, type CaseStep, type DecideContext, type RawEntry } from '../step.js';
import type { StepName } from '../steps.js';

/** What a specification may say about the person, the moment and the surroundings of a command. */
export type Circumstances = Partial<Omit<DecideContext, 'history'>>;

/** Any step after the registration. */
type AnyStep = CaseStep<StepName>;

/** The body of a step, loose: a specification also sends wrong ones. */
type Body = Readonly<Record<string, unknown>>;

type Deed = (situation: Situation) => Situation;

interface Situation {
  readonly state: Case | null;
  readonly history: readonly RawEntry[];
}

const NOTHING: Situation = { state: null, history: [] };

/** Handler `handler-1` at a late moment, with the shipped calendar and the default policy. */
const DEFAULTS: Omit<DecideContext, 'history' | 'commandId'> = {
  actor: 'handler-1',
  role: 'handler',
  now: '2030-01-01T00:00:00.000Z',
  policy: DEFAULT_POLICY,
  related: null,
  calendar: calendarOf('CN'),
};

/** An application received in person by default; the first deed of every specification. */
export function received(
  on: LocalDate,
  body: Partial<z.input<typeof receiveApplication.body>> & { readonly caseId?: string } = {},
  circumstances: Circumstances = {},
): Deed {
  const { caseId = 'case-1', ...rest } = body;
  return (situation) => {
    const context = contextOf(situation, circumstances);
    const input = validate(receiveApplication.body, {
      on,
      channel: 'in-person',
      applicantRef: 'applicant-1',
      applicantKind: 'natural-person',
      ...rest,
    });
    const data = receiveApplication.decide({ caseId, agency: 'agency-1' }, input, context);
    return follow(situation, receiveApplication.event.type, data, context, () => receiveApplication.evolve(data));
  };
}

/** A step that was taken, by the very rules of the step: a specification cannot stand on an illegal history. */
export function did<Step extends AnyStep>(
  step: Step,
  body: z.input<Step['body']>,
  circumstances: Circumstances = {},
): Deed {
  return (situation) => take(situation, step, body as Body, circumstances);
}

/** The case that the deeds lead to. */
export function caseAfter(...deeds: readonly Deed[]): Case {
  const { state } = run(deeds);
  if (state === null) throw new TypeError('a specification begins with received(...)');
  return state;
}

/** The raw history that the deeds leave. */
export function historyAfter(...deeds: readonly Deed[]): readonly RawEntry[] {
  return run(deeds).history;
}

/** Begins a specification: `given(received('2024-03-01')).when(extendDeadline, { ... }).thenRecords({ ... })`. */
export function given(...deeds: readonly Deed[]) {
  const situation = run(deeds);
  return {
    /** Sends a command. The body may be wrong on purpose. */
    when(step: AnyStep, body: Body, circumstances: Circumstances = {}) {
      const command = () => take(situation, step, body, circumstances);
      return {
        /** The command is accepted and records an event with (at least) this payload. */
        thenRecords(data: Body) {
          expect(command().history.at(-1)).toMatchObject({ type: step.event.type, data });
        },
        /** The command is accepted and leads to a state with (at least) these facts. */
        thenCase(facts: Partial<Case>) {
          expect(command().state).toMatchObject(facts);
        },
        /** The command is refused with this stable code, where given naming this field. Answers with the error, for its facts. */
        thenRefused(code: string, path?: string): GongkaiError {
          const error = errorOf(command);
          expect(error.code).toBe(code);
          if (path !== undefined) expect(error.facts.fields?.map((field) => field.path)).toContain(path);
          return error;
        },
      };
    },
  };
}

function run(deeds: readonly Deed[]): Situation {
  return deeds.reduce((situation, deed) => deed(situation), NOTHING);
}

function take(situation: Situation, step: AnyStep, body: Body, circumstances: Circumstances): Situation {
  const context = contextOf(situation, circumstances);
  const input = validate(step.body, body);
  assertAllowed(step.name, situation.state?.status ?? 'unregistered');
  const state = situation.state!;
  const data = validate(step.event.schema, step.decide(state, input, context)) as { readonly on: LocalDate };
  notBefore(data.on, state.arrivedOn, '申请到达之日');
  step.check(state, data, recording(context), context);
  return follow(situation, step.event.type, data, context, (by) => step.evolve(state, data, by));
}

function follow(
  { history }: Situation,
  type: string,
  data: object,
  context: DecideContext,
  evolve: (by: Recording) => Case,
): Situation {
  const by = recording(context);
  return { state: evolve(by), history: [...history, { type, data, by }] };
}

function contextOf({ history }: Situation, circumstances: Circumstances): DecideContext {
  return { ...DEFAULTS, commandId: `command-${history.length}`, ...circumstances, history };
}

function recording({ history, actor, role, now }: DecideContext): Recording {
  return { revision: history.length, actor, role, recordedAt: now };
}

function errorOf(command: () => unknown): GongkaiError {
  try {
    command();
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
  throw new Error('expected a refusal, but the command was accepted');
}
