import type { z } from 'zod';
import type { EventDefinition } from '#kernel';
import type { AgencyCommand, AgencyTarget, CommandContext } from '../command.js';
import type { AgencyState } from './agency.js';

/** What deciding about an agency may look at besides: the other agencies, by id. */
export interface AgenciesContext extends CommandContext {
  readonly agencies: ReadonlyMap<string, AgencyState>;
}

/** A command to an agency that exists. */
export type ExistingAgencyCommand<
  Name extends string = string,
  Body extends z.ZodType = z.ZodType,
  Definition extends EventDefinition = EventDefinition,
> = AgencyCommand<AgencyTarget, AgencyState, AgencyState, AgenciesContext, Name, Body, Definition>;

/** Declares a command to an agency that exists; only here to infer its types. */
export function defineAgencyCommand<Name extends string, Body extends z.ZodType, Definition extends EventDefinition>(
  command: ExistingAgencyCommand<Name, Body, Definition>,
): ExistingAgencyCommand<Name, Body, Definition> {
  return command;
}
