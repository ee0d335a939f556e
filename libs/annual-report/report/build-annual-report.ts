import type { LocalDate } from '#kernel';
import { draftsOf, type Narrative, type TableScope } from '#agency';
import type { FeeFigures, YearFigures } from '#statistics';
import { generatedSentences } from '../narrative/generated-sentences.js';
import type { AnnualReport } from './annual-report.js';
import { partParagraphs } from './part-paragraphs.js';
import { preambleOf, sectionsOf } from './sections.js';

/** What an annual report is put together from. */
export interface ReportContent {
  readonly agencyName: string;
  readonly scope: TableScope;
  readonly figures: YearFigures;
  /** Fees by the events of cases; `null` where they are not known: then nothing is said about them. */
  readonly fees: FeeFigures | null;
  readonly narrative: Narrative;
  /** Last year's words, offered as drafts. */
  readonly lastYear: Narrative;
  /** The published edition that the figures are of; `null` for a year that is not closed. */
  readonly edition: AnnualReport['edition'];
  readonly feeDecimals: number;
}

/** The report as it stands, not issued: sentences generated from the figures or their overrides, text written, drafts of last year. */
export function buildAnnualReport({ narrative, lastYear, figures, fees, ...content }: ReportContent): AnnualReport {
  const { agency, year } = figures;
  const sentences = generatedSentences(figures, fees);
  const drafts = draftsOf(narrative, lastYear);
  const paragraphs = partParagraphs({ narrative, drafts, sentences });
  return {
    title: narrative.title ?? usualTitle(content.agencyName, year),
    agency,
    agencyName: content.agencyName,
    year,
    scope: content.scope,
    period: periodOf(year),
    signedOn: narrative.signedOn,
    edition: content.edition,
    issue: null,
    preamble: preambleOf(paragraphs),
    sections: sectionsOf(paragraphs, figures.form),
    figures,
    feeDecimals: content.feeDecimals,
  };
}

/** `送庄镇人民政府2022年政府信息公开工作年度报告`. */
export function usualTitle(agencyName: string, year: number): string {
  return `${agencyName}${String(year)}年政府信息公开工作年度报告`;
}

/** January 1 to December 31 of the year (DR 2.1). */
export function periodOf(year: number): AnnualReport['period'] {
  return { from: `${year}-01-01` as LocalDate, to: `${year}-12-31` as LocalDate };
}
