import { textOf, type Narrative } from './narrative.js';
import { REPORT_PARTS, type ReportPartId } from './report-part.js';

/** Last year's text of a part, offered for this year. */
export interface PartDraft {
  readonly part: ReportPartId;
  readonly text: string;
  /** Where it stands: the year and the revision of its narrative. */
  readonly from: { readonly year: number; readonly revision: number };
}

/**
 * The drafts that this year's report still shows: parts that nobody has written or confirmed, with what last year's report said
 * there. Only text that somebody wrote or confirmed for last year is carried over, a draft is not carried twice.
 */
export function draftsOf(narrative: Narrative, lastYear: Narrative): readonly PartDraft[] {
  return REPORT_PARTS.flatMap((part) => {
    const before = textOf(lastYear, part);
    if (textOf(narrative, part) !== null || before === null || before.text === '') return [];
    return [{ part, text: before.text, from: { year: lastYear.year, revision: before.by.revision } }];
  });
}
