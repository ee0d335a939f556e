import type { z } from 'zod';
import type { EventDefinition } from './event-registry.js';
import type { Role } from './event.js';

/** What is the same for every command that records one event; routes and the command reference are made from it. */
export interface CommandFacts<
  Name extends string = string,
  Body extends z.ZodType = z.ZodType,
  Definition extends EventDefinition = EventDefinition,
> {
  /** Name of the command and of its route. */
  readonly name: Name;
  /** Plain Chinese. */
  readonly label: string;
  /** Article of the Regulation or source of the rule, Chinese. */
  readonly article: string;
  /** Who may give it. */
  readonly roles: readonly Role[];
  /** Whether the command may be decided anew when somebody else wrote first: true only if its effect does not depend on what they wrote. */
  readonly commutes: boolean;
  /** Schema of the body; `on` is the effective date of the fact. */
  readonly body: Body;
  readonly event: Definition;
}
