import type { LocalDate } from '#kernel';
import { SHIPPED_CALENDAR_YEARS, type CalendarYear, type Jurisdiction } from '#calendar';
import type { CalendarPublished } from '../commands.js';
import { PublishCalendar } from '../commands.js';
import { PublishCalendarHandler } from '../handlers/command-handlers.js';
import type { Office } from '../office.js';
import { LATE, request, somebody } from './busy-office.js';

/** What a made-up notice changes. */
export interface Change {
  readonly year: number;
  readonly version: number;
  readonly jurisdiction?: Jurisdiction;
  /** The day on which the notice is made public; that of the effective date as well. */
  readonly published: LocalDate;
  readonly off?: readonly LocalDate[];
  readonly worked?: readonly LocalDate[];
}

/** A calendar version by a notice that nobody issued: for the country the last shipped one with some days more, elsewhere these days alone. */
export function amended({
  year,
  version,
  jurisdiction = 'CN',
  published,
  off = [],
  worked = [],
}: Change): CalendarYear {
  const shipped = SHIPPED_CALENDAR_YEARS.findLast((one) => one.year === year && jurisdiction === 'CN');
  const notice = { number: `测〔${year}〕${version}号`, title: '通知', date: published, published, url: null };
  const more = off.map((day) => ({ name: '临时放假', from: day, to: day }));
  return {
    jurisdiction,
    year,
    version,
    notice,
    daysOff: [...(shipped?.daysOff ?? []), ...more],
    workingWeekendDays: [...(shipped?.workingWeekendDays ?? []), ...worked],
  };
}

/** Publishes a version on the day of its notice, the way the command bus does. */
export function publish(office: Office, calendar: CalendarYear, now = LATE): Promise<CalendarPublished> {
  const { jurisdiction, year, version, notice } = calendar;
  const asked = request(somebody('operator'), `publish-${jurisdiction}-${year}-${version}`, now);
  return new PublishCalendarHandler(office).execute(new PublishCalendar({ on: notice.published, calendar }, asked));
}

/** Founds an agency in a place with holidays of its own. */
export async function foundIn(office: Office, agency: string, jurisdiction: Jurisdiction): Promise<void> {
  const body = { on: '2010-01-01', name: `${agency}人民政府`, level: 'town', parentId: null, jurisdiction };
  const asked = request(somebody('operator'), `found-${agency}`);
  await office.agencies.record({ name: 'found-agency', agency, body, request: asked });
}
