import type { AnnualReport } from '#annual-report';

/**
 * The date that a file states as that of its making: the date under the report, or the last day of its period. Never the day on
 * which the file was written, so that equal reports give equal bytes. Midnight UTC.
 */
export function documentDate({ signedOn, period }: AnnualReport): Date {
  return new Date(`${signedOn ?? period.to}T00:00:00.000Z`);
}
