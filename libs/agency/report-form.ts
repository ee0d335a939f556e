/** The forms of the annual report: `2019` for the reports on 2019 and 2020, `2021` for those on 2021 and later (DR 2.1, 2.5). */
export const REPORT_FORMS = ['2019', '2021'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** First year that the 2021 form was made for. */
const FIRST_YEAR_OF_2021 = 2021;

/** The form that the national office prescribed for reports on `year`. An agency may choose otherwise by its policy. */
export function prescribedForm(year: number): ReportForm {
  return year < FIRST_YEAR_OF_2021 ? '2019' : '2021';
}
