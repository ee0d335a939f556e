import { generatedSentences, type ReportContent } from '#annual-report';
import { draftsOf, staleOverrides } from '#agency';
import type { NarrativeView } from '../report-queries.js';

/** The words of a report with what follows from the figures and from last year's report. */
export function narrativeView({ narrative, lastYear, figures, fees }: ReportContent, revision: number): NarrativeView {
  const sentences = generatedSentences(figures, fees);
  return {
    ...narrative,
    revision,
    sentences,
    drafts: draftsOf(narrative, lastYear),
    stale: staleOverrides(narrative, sentences),
  };
}
