import { EventRegistry } from '#kernel';
import { caseEvents } from '#casework';
import { agencyEvents } from '#agency';

/** Every event type that may stand in the log. docs/event-catalogue.md is generated from it. */
export const eventRegistry = new EventRegistry([...caseEvents, ...agencyEvents]);
