import type { EventDefinition } from '#kernel';
import { agencyFamilyEvents } from './agencies/agency-commands.js';
import { booksFamilyEvents } from './books/decide-books.js';
import { calendarFamilyEvents } from './calendars/decide-calendar.js';
import { narrativeFamilyEvents } from './narrative/narrative-commands.js';
import { registerFamilyEvents } from './register/register-commands.js';

/** All event types of agencies, registers, books, calendars and the words of reports, for the registry. */
export const agencyEvents: readonly EventDefinition[] = [
  ...agencyFamilyEvents,
  ...registerFamilyEvents,
  ...booksFamilyEvents,
  ...calendarFamilyEvents,
  ...narrativeFamilyEvents,
];
