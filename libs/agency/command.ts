import type { z } from 'zod';
import {
  GongkaiError,
  NotFound,
  type CommandFacts,
  type EventDefinition,
  type Instant,
  type LocalDate,
  type Role,
} from '#kernel';
import { agencyIdSchema } from '#casework';
import { yearSchema } from './fields.js';

export type { CommandFacts } from '#kernel';

/**
 * A command on a stream of this library, the twin of a step of casework: it records exactly one event, and `check` looks at
 * the event, not at the command. `Before` is the state that it needs, `After` the one that it leaves.
 */
export interface AgencyCommand<
  Target,
  Before,
  After,
  Context extends CommandContext,
  Name extends string = string,
  Body extends z.ZodType = z.ZodType,
  Definition extends EventDefinition = EventDefinition,
> extends CommandFacts<Name, Body, Definition> {
  /** Builds the payload. */
  decide(target: Target, body: z.output<Body>): z.output<Definition['schema']>;
  /** Raises `RuleBroken` or `Refused` when the entry is not legal in this state. */
  check(state: Before, data: z.output<Definition['schema']>, context: Context): void;
  /** The state after the entry. Total: never raises, never asks. */
  evolve(state: Before, data: z.output<Definition['schema']>): After;
}

/** What deciding may look at besides the state: the command's metadata. Pure code asks nobody. */
export interface CommandContext {
  readonly actor: string;
  readonly role: Role;
  readonly now: Instant;
}

/** The agency that a command is about. Comes from the address of the command, never from its body. */
export interface AgencyTarget {
  readonly agency: string;
}

/** The agency and the year that a command is about. */
export interface AgencyYear extends AgencyTarget {
  readonly year: number;
}

/** A command as it comes from outside: the body is not yet validated. */
export interface IncomingCommand<Target> {
  readonly name: string;
  readonly target: Target;
  readonly body: unknown;
}

/** What a decision yields: one event. */
export interface DecidedEvent {
  readonly type: string;
  readonly data: { readonly on: LocalDate };
}

/** Fields of a payload that name the agency. */
export const agencyTargetShape = { agency: agencyIdSchema };

/** Fields of a payload that name the agency and the year. */
export const agencyYearShape = { agency: agencyIdSchema, year: yearSchema };

/** A payload that is the body and what it is about. */
export function withTarget<Target extends object, Body extends object>(target: Target, body: Body): Target & Body {
  return { ...target, ...body };
}

/** Nothing to check beyond what holds for every command of the family. */
export function noFurtherRule(): void {}

/** The command with this name. Raises `not-found`. */
export function commandOfName<Command extends CommandFacts>(commands: readonly Command[], name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  throw new NotFound('办理事项', name);
}

/** The command that records events of this type. Raises `unknown-event-type` (kind corrupt): a reader must stop, never skip. */
export function commandOfEvent<Command extends CommandFacts>(commands: readonly Command[], type: string): Command {
  const found = commands.find((command) => command.event.type === type);
  if (found) return found;
  throw new GongkaiError('corrupt', 'unknown-event-type', `未知的事件类型：${type}`, { type });
}
