import type { LocalDate } from '#kernel';
import type { ReportGaps, TableScope } from '#agency';
import type { SummedFigures } from '#statistics';

/**
 * The annual report of one agency and year as it is handed in: the only thing that every output (HTML, DOCX, XLSX, PDF, CSV, JSON) is
 * made from. Equal reports give equal bytes. The form is that of the figures.
 */
export interface AnnualReport {
  /** `送庄镇人民政府2022年政府信息公开工作年度报告`, unless another title is on record. */
  readonly title: string;
  /** Id and name of the agency. */
  readonly agency: string;
  readonly agencyName: string;
  readonly year: number;
  readonly scope: TableScope;
  /** January 1 to December 31 of the year (DR 2.1). */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** Date under the report; `null` while nobody has set one. */
  readonly signedOn: LocalDate | null;
  /** The published edition and its digest; `null` for a draft of a year that is not closed, and for every draft of a level or region. */
  readonly edition: { readonly number: number; readonly digest: string } | null;
  /** Which version of the report was issued (定稿) with these words; `null`: a draft (草稿), to be marked as such. */
  readonly issue: { readonly number: number; readonly on: LocalDate } | null;
  /** Paragraphs between the title and section 一. */
  readonly preamble: readonly Paragraph[];
  /** The six sections of the form, in its order (DR 2.1). */
  readonly sections: readonly ReportSection[];
  /** What tables 2, 3 and 4 print; an unknown figure is `null`. Section 一 is left out where a member of a scope does not tell its own. */
  readonly figures: SummedFigures;
  /** What the figures of a level or region lack; left out where they lack nothing, and for an agency alone. */
  readonly gaps?: ReportGaps;
  /** Decimals of 万元 in table 2, by the agency's policy (DR Q20). */
  readonly feeDecimals: number;
}

/** The words of a report, in the order of the form. */
export type ReportText = Pick<AnnualReport, 'preamble' | 'sections'>;

/** A section of the form. */
export interface ReportSection {
  /** `一、总体情况`, verbatim. */
  readonly title: string;
  readonly parts: readonly ReportPart[];
  /** The table that stands in the section, after its parts. */
  readonly table: 2 | 3 | 4 | null;
}

/** Part of a section: `（一）主动公开` and its paragraphs; without a heading, paragraphs of the section itself. */
export interface ReportPart {
  readonly heading: string | null;
  readonly paragraphs: readonly Paragraph[];
}

/** One paragraph and where it comes from. */
export interface Paragraph {
  readonly text: string;
  /**
   * `generated` from the tables; `overridden`: put in the place of a generated sentence, with a recorded reason; `written` by a person
   * for this year; `draft`: taken over from last year's report and not yet confirmed.
   */
  readonly origin: 'generated' | 'overridden' | 'written' | 'draft';
  /** Id of the generated sentence that it is, or stands for. */
  readonly sentence?: string | undefined;
}
