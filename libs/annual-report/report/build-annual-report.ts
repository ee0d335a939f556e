import type { LocalDate } from '#kernel';
import { draftsOf, type Narrative, type ReportGaps, type TableScope } from '#agency';
import type { FeeFigures, SummedFigures } from '#statistics';
import { generatedSentences } from '../narrative/generated-sentences.js';
import type { AnnualReport, ReportText } from './annual-report.js';
import { partParagraphs } from './part-paragraphs.js';
import { preambleOf, sectionsOf } from './sections.js';

/** What the words of a report are made from. */
export interface WordsContent {
  readonly figures: SummedFigures;
  /** Fees by the events of cases; `null` where they are not known: then nothing is said about them. */
  readonly fees: FeeFigures | null;
  readonly narrative: Narrative;
  /** Last year's words, offered as drafts. */
  readonly lastYear: Narrative;
}

/** What an annual report is put together from. */
export interface ReportContent extends WordsContent {
  readonly agencyName: string;
  readonly scope: TableScope;
  /** The published edition that the figures are of; `null` for a year that is not closed. */
  readonly edition: AnnualReport['edition'];
  readonly feeDecimals: number;
  /** What the figures of a level or region lack; left out where they lack nothing. */
  readonly gaps?: ReportGaps;
}

/** The report as it stands, not issued. */
export function buildAnnualReport(content: ReportContent): AnnualReport {
  const { agencyName, scope, figures, narrative, edition, feeDecimals, gaps } = content;
  const { agency, year } = narrative;
  return {
    title: narrative.title ?? usualTitle(agencyName, year),
    agency,
    agencyName,
    year,
    scope,
    period: periodOf(year),
    signedOn: narrative.signedOn,
    edition,
    issue: null,
    ...reportWords(content),
    figures,
    ...(gaps !== undefined && { gaps }),
    feeDecimals,
  };
}

/** The words as they stand: sentences generated from the figures or their overrides, text written, drafts of last year. */
export function reportWords({ figures, fees, narrative, lastYear }: WordsContent): ReportText {
  const sentences = generatedSentences(figures, fees);
  const paragraphs = partParagraphs({ narrative, drafts: draftsOf(narrative, lastYear), sentences });
  return { preamble: preambleOf(paragraphs), sections: sectionsOf(paragraphs, figures.form) };
}

/** `送庄镇人民政府2022年政府信息公开工作年度报告`. */
export function usualTitle(agencyName: string, year: number): string {
  return `${agencyName}${String(year)}年政府信息公开工作年度报告`;
}

/** January 1 to December 31 of the year (DR 2.1). */
export function periodOf(year: number): AnnualReport['period'] {
  return { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate };
}
