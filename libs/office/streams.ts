import type { Jurisdiction } from '#calendar';

/** Names of streams. The prefix tells the family; the rest is the id. */
export const caseStream = (caseId: string): string => `case-${caseId}`;
/** The stream of an agency: founding, name, parent, policy. */
export const agencyStream = (agencyId: string): string => `agency-${agencyId}`;
/** The register of proactive disclosure of one agency and year. */
export const registerStream = (agencyId: string, year: number): string => `register-${agencyId}-${year}`;
/** The books of one agency and year: waivers, closing. */
export const booksStream = (agencyId: string, year: number): string => `books-${agencyId}-${year}`;
/** The words of the annual report of one agency and year. */
export const narrativeStream = (agencyId: string, year: number): string => `narrative-${agencyId}-${year}`;
/** The calendar versions recorded for one place. */
export const calendarStream = (jurisdiction: Jurisdiction): string => `calendar-${jurisdiction}`;
