import type { EventDefinition, EventOf } from '#kernel';
import type { CommandFacts } from '../command.js';
import type { ExistingAgencyCommand } from './agency-command.js';
import { dissolveAgency } from './dissolving/dissolve-agency.js';
import { foundAgency } from './founding/found-agency.js';
import { moveAgency } from './moving/move-agency.js';
import { renameAgency } from './renaming/rename-agency.js';
import { setPolicy } from './setting-policy/set-policy.js';

/** Every command to an agency that exists. */
const furtherCommands = [renameAgency, moveAgency, dissolveAgency, setPolicy] as const;

/** The same without their types, to look them up by name. */
export const existingAgencyCommands: readonly ExistingAgencyCommand[] = furtherCommands;

/** All commands to agencies, the founding first. */
export const agencyCommands: readonly CommandFacts[] = [foundAgency, ...furtherCommands];

/** Every event that can stand in the stream of an agency. */
export type AgencyEvent = EventOf<typeof foundAgency.event | (typeof furtherCommands)[number]['event']>;

/** All event types of agencies, for the registry. */
export const agencyFamilyEvents: readonly EventDefinition[] = agencyCommands.map((command) => command.event);
