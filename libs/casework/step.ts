import type { z } from 'zod';
import type { CommandFacts, EventDefinition, Instant, LocalDate, Role, SourcePosition } from '#kernel';
import type { WorkingDayCalendar } from '#calendar';
import type { Case, Recording } from './case.js';
import type { ToldFact } from './telling/fact.js';

/** An entry of a history before its payload is given a type: what the log holds, upcast. */
export interface RawEntry {
  readonly type: string;
  readonly data: object;
  readonly by: Recording;
}

/** What the rules of a step may look at besides the case. Given in by the caller: pure code asks nobody. */
export interface StepContext {
  /** Working days of the agency's jurisdiction. */
  readonly calendar: WorkingDayCalendar;
}

/** What deciding may look at besides: the command's metadata, the agency's policy, and other cases that the body names. */
export interface DecideContext extends StepContext {
  readonly commandId: string;
  readonly actor: string;
  readonly role: Role;
  readonly now: Instant;
  /** Where the fact stands in an older register, for one that is taken over. */
  readonly source?: SourcePosition | undefined;
  readonly policy: CaseworkPolicy;
  /** The case that the body names (`relatedCaseId`), if it exists. */
  readonly related: Case | null;
  /**
   * The calendar that the office went by at an instant, for entries recorded then (docs/adr/0017-calendars-of-a-rectification.md);
   * left out where calendars never change.
   */
  readonly calendarKnownAt?: (at: Instant) => WorkingDayCalendar;
  /** The raw history of this case, for rectification. */
  readonly history: readonly RawEntry[];
}

/** What telling may look at besides the entry: only a rectification speaks of other entries. */
export interface Surroundings {
  /** The entry with this revision as it read just before; `undefined` for a revision that the history does not have. */
  readonly entryBefore: (revision: number) => RawEntry | undefined;
  /** The Chinese name of an event type. */
  readonly labelOf: (type: string) => string;
  /** What another entry says. */
  readonly tell: (entry: RawEntry) => readonly ToldFact[];
  /** Whether the entry is told as a part of another one: then it says how things are, not how they were before. */
  readonly nested: boolean;
}

/** Choices that the law leaves to an agency, each by name (DR section 9). Facts that follow from them are written into events. */
export interface CaseworkPolicy {
  /** Four eyes: a decision needs a review by another person before it is dispatched. */
  readonly reviewRequired: boolean;
  /** Q1: receipt date of internet, fax and e-mail applications: the day both sides confirm (Art. 31(3)), or the day of submission. */
  readonly internetReceipt: 'confirmation' | 'submission';
}

/** The rule of the text where it speaks, the safer choice where it does not. */
export const DEFAULT_POLICY: CaseworkPolicy = { reviewRequired: true, internetReceipt: 'confirmation' };

/**
 * One step of casework: its command, its event, and its rules. A step records exactly one event.
 * `check` looks at the event, not at the command, so that a rectified history is judged by the very same rules.
 */
export interface CaseStep<
  Name extends string = string,
  Body extends z.ZodType = z.ZodType,
  Definition extends EventDefinition = EventDefinition,
> extends CommandFacts<Name, Body, Definition> {
  /** The other case that the body names, for the caller to load as `related`. */
  relatedCaseId?(body: z.output<Body>): string | undefined;
  /**
   * Whether the case holds what the step is about; left out where the status says it all. A step for which this is `false` is not
   * offered, and `check` (or `decide`, where it is asked of new entries only) refuses it whatever the body says.
   */
  isPossible?(state: Case): boolean;
  /** Builds the payload; identity where body and payload are the same. Raises `RuleBroken` or `Refused`. */
  decide(state: Case, body: z.output<Body>, context: DecideContext): z.output<Definition['schema']>;
  /** Raises `RuleBroken` or `Refused` when the entry is not legal in this state. The life cycle was asked before. */
  check(state: Case, data: z.output<Definition['schema']>, by: Recording, context: StepContext): void;
  /** The state after the entry. Total: never raises, never asks. */
  evolve(state: Case, data: z.output<Definition['schema']>, by: Recording): Case;
  /** What the entry says, every field of it, in plain Chinese. Never raises for an entry that the log accepted. */
  tell(data: z.output<Definition['schema']>, by: Recording, surroundings: Surroundings): readonly ToldFact[];
}

/** Declares a step; only here to infer its types. */
export function defineStep<Name extends string, Body extends z.ZodType, Definition extends EventDefinition>(
  step: CaseStep<Name, Body, Definition>,
): CaseStep<Name, Body, Definition> {
  return step;
}

/** A payload that is the body itself. */
export function asBody<T>(_state: Case, body: T): T {
  return body;
}

/** Nothing to check beyond the life cycle and the dates. */
export function noFurtherRule(): void {}

/** Every fact of a case has an effective date. */
export interface Dated {
  readonly on: LocalDate;
}
