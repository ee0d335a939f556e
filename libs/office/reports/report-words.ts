import { generatedSentences, reportWords, statedFigures, type ReportContent, type WordsContent } from '#annual-report';
import { draftsOf, nameOn, REPORT_PART_LABELS, staleOverrides } from '#agency';
import type { FeeFigures, NarrativeFigure, ReportWords, YearFigures } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { NarrativeDesk } from '../desk/narrative-desk.js';
import { lastDayOf } from '../years/carry-forwards.js';

/** What the rules look at in the words of a report. */
export interface JudgedWords {
  readonly narrative: readonly NarrativeFigure[];
  readonly words: ReportWords;
}

/** What the rules look at in the words of a report, those of its draft. */
export function judgedWords(content: JudgedContent): JudgedWords {
  const { narrative, figures, fees, lastYear } = content;
  const sentences = generatedSentences(figures, fees);
  return {
    narrative: statedFigures(reportWords(content), figures, content),
    words: {
      staleOverrides: staleOverrides(narrative, sentences).map(({ override, now }) => ({
        sentence: override.sentence,
        then: override.replaced.text,
        now: now?.text ?? null,
      })),
      drafts: draftsOf(narrative, lastYear).map(({ part }) => REPORT_PART_LABELS[part]),
    },
  };
}

/** The words of a report, and whose they are. */
export type JudgedContent = WordsContent & Pick<ReportContent, 'agencyName' | 'scope'>;

/** Reads the words of the report of an agency alone for the rules. */
export class ReportWordsReader {
  constructor(
    private readonly narratives: NarrativeDesk,
    private readonly agencies: AgencyDesk,
  ) {}

  /** The words that stand beside these figures. Raises `not-found` (agency). */
  async judged(figures: YearFigures, fees: FeeFigures): Promise<JudgedWords> {
    const { narrative } = await this.narratives.narrativeOf(figures);
    const lastYear = await this.narratives.lastYearOf(figures);
    const agencyName = nameOn(await this.agencies.agencyOf(figures.agency), lastDayOf(figures.year));
    return judgedWords({ agencyName, scope: 'own', figures, fees, narrative, lastYear });
  }
}
