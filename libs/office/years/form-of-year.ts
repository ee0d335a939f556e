import type { LocalDate } from '#kernel';
import { formFor, latestEdition, policyOn, type AgencyState, type Books, type ReportForm } from '#agency';

/** The form in which a year is read where nobody asks for another: that of the edition that holds, else the agency's policy's. */
export function formOfYear(agency: AgencyState, books: Books): ReportForm {
  const { year } = books;
  return latestEdition(books)?.form ?? formFor(policyOn(agency, `${year}-12-31` as LocalDate), year);
}
