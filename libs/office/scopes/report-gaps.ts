import type { ReportGaps } from '#agency';
import { cellKey, cellLabel } from '#statistics';
import type { ScopeReading } from './scope-reader.js';
import { undecidedMembers } from './undecided.js';

/** What the figures of a scope lack; `null` where they lack nothing. */
export function reportGaps({ members, tables, sectionOne, form }: ScopeReading): ReportGaps | null {
  const bodies = members.map(({ agency, name, basis }) => ({ agency, name, basis }));
  const among = (isMeant: (body: (typeof bodies)[number]) => boolean) =>
    bodies.filter(isMeant).map(({ agency, name }) => ({ agency, name }));
  const undecided = undecidedMembers(members).map(({ agency, name }) => ({ agency, name }));
  const gaps: ReportGaps = {
    missing: among(({ basis }) => basis === 'missing'),
    notClosed: among(({ basis }) => basis === 'current'),
    ...(undecided.length > 0 && { undecided }),
    unknown: tables.partial.map(({ cell, unknown }) => ({
      cell: cellKey(cell),
      label: cellLabel(cell, form),
      of: among(({ agency }) => unknown.includes(agency)),
    })),
    sectionOne: among(({ agency }) => sectionOne.unknown.includes(agency)),
  };
  return Object.values(gaps).every((lacking) => lacking.length === 0) ? null : gaps;
}
