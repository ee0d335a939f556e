import { expect } from '@jest/globals';
import { GongkaiError, type LocalDate } from '#kernel';
import type { z } from 'zod';
import type { Case } from '../case.js';
import { receiveApplication } from '../receiving-application/receive-application.js';
import type { CaseStep, RawEntry } from '../step.js';
import type { StepName } from '../steps.js';
import { NOTHING, send, type Circumstances, type Situation } from './situation.js';

/** Any step after the registration. */
type AnyStep = CaseStep<StepName>;

/** The body of a command, loose: a specification also sends wrong ones. */
type Body = Readonly<Record<string, unknown>>;

/** Something that happened before. */
export type Deed = (situation: Situation) => Situation;

/** An application received in person by default; the first deed of every specification. */
export function received(
  on: LocalDate,
  body: Partial<z.input<typeof receiveApplication.body>> & { readonly caseId?: string } = {},
  circumstances: Circumstances = {},
): Deed {
  const { caseId = 'case-1', ...rest } = body;
  const whole = { on, channel: 'in-person', applicantRef: 'applicant-1', applicantKind: 'natural-person', ...rest };
  return (situation) => send(situation, receiveApplication.name, whole, { ...circumstances, caseId });
}

/** A step that was taken, by the very rules of the step: a specification cannot stand on an illegal history. */
export function did<Step extends AnyStep>(
  step: Step,
  body: z.input<Step['body']>,
  circumstances: Circumstances = {},
): Deed {
  return (situation) => send(situation, step.name, body, circumstances);
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
    when(step: Pick<AnyStep, 'name' | 'event'>, body: Body, circumstances: Circumstances = {}) {
      const command = () => send(situation, step.name, body, circumstances);
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

function errorOf(command: () => unknown): GongkaiError {
  try {
    command();
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
  throw new Error('expected a refusal, but the command was accepted');
}
