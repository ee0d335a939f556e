import { generatedSentences, reportWords, statedFigures } from '#annual-report';
import { draftsOf, REPORT_PART_LABELS, staleOverrides } from '#agency';
import type { FeeFigures, NarrativeFigure, ReportWords, YearFigures } from '#statistics';
import type { NarrativeDesk } from '../desk/narrative-desk.js';

/** What the rules look at in the words of a report. */
export interface JudgedWords {
  readonly narrative: readonly NarrativeFigure[];
  readonly words: ReportWords;
}

/** Reads the words of a report for the rules. */
export class ReportWordsReader {
  constructor(private readonly narratives: NarrativeDesk) {}

  /** The words that stand beside these figures. */
  async judged(figures: YearFigures, fees: FeeFigures): Promise<JudgedWords> {
    const { narrative } = await this.narratives.narrativeOf(figures);
    const lastYear = await this.narratives.lastYearOf(figures);
    return {
      narrative: statedFigures(reportWords({ figures, fees, narrative, lastYear }), figures),
      words: {
        staleOverrides: staleOverrides(narrative, generatedSentences(figures, fees)).map(({ override, now }) => ({
          sentence: override.sentence,
          then: override.replaced.text,
          now: now?.text ?? null,
        })),
        drafts: draftsOf(narrative, lastYear).map(({ part }) => REPORT_PART_LABELS[part]),
      },
    };
  }
}
