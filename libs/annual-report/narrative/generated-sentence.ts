import type { ReportPartId, StatingSentence } from '#agency';

/** A sentence that states figures of the year, and the part of the report that it stands in. */
export interface GeneratedSentence extends StatingSentence {
  readonly part: ReportPartId;
}
