import type { RecordedEvent } from '#kernel';
import type { EventStore } from '#event-store';
import { foldRegister, registerContribution, type RegisterCounters } from '#agency';
import { eventRegistry } from '../registry.js';
import { registerStream } from '../streams.js';
import { caseEntry } from '../views/case-entry.js';
import type { OfficeViews } from '../views/office-views.js';

/** The years up to `year` in which the agency has a register, ascending. */
export function registerYears(views: OfficeViews, agency: string, year: number): readonly number[] {
  return views.statistics
    .statement('SELECT year FROM register_year WHERE agency = ? AND year <= ? ORDER BY year')
    .all(agency, year)
    .map((row) => Number(row['year']));
}

/** Every event of a register in the order of the log, payloads in their present version. */
export async function registerEvents(
  store: EventStore,
  agency: string,
  year: number,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.read(registerStream(agency, year), { from: events.length });
    if (page.length === 0) return events;
    for (const event of page) events.push({ ...event, data: eventRegistry.upcast(event) });
  }
}

/** What a register counts after these of its events. */
export function countersAfter(agency: string, year: number, events: readonly RecordedEvent[]): RegisterCounters {
  return registerContribution(foldRegister({ agency, year }, events.map(caseEntry)));
}
