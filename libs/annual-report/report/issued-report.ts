import type { IssuedReport, IssuedText, TableScope } from '#agency';
import type { SummedFigures } from '#statistics';
import type { AnnualReport, Paragraph } from './annual-report.js';
import { periodOf } from './build-annual-report.js';

/**
 * The words of a report as its issue keeps them. Raises `TypeError` for a report that cannot be issued: unsigned, or with a paragraph
 * that is still a draft.
 */
export function issuedText(report: AnnualReport): IssuedText {
  const { title, agencyName, signedOn, preamble, sections, feeDecimals } = report;
  if (signedOn === null) throw new TypeError('a report without a date under it is not issued');
  return {
    title,
    agencyName,
    signedOn,
    preamble: preamble.map(issuedParagraph),
    sections: sections.map((section) => ({
      ...section,
      parts: section.parts.map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.map(issuedParagraph) })),
    })),
    feeDecimals,
  };
}

/** An issued report whole again: its words, and the figures of the edition that it names, or of its sum. The inverse of {@link issuedText}. */
export function reportOfIssue(issued: IssuedReport, figures: SummedFigures): AnnualReport {
  const { agency, year, on, issue, edition, editionDigest, text } = issued;
  const scope: TableScope = issued.scope;
  return {
    ...text,
    agency,
    year,
    scope,
    period: periodOf(year),
    edition: { number: edition, digest: editionDigest },
    issue: { number: issue, on: on },
    figures,
    ...(issued.sum?.gaps !== undefined && { gaps: issued.sum.gaps }),
  };
}

function issuedParagraph({ text, origin, sentence }: Paragraph): IssuedText['preamble'][number] {
  if (origin === 'draft') throw new TypeError('a draft is not issued');
  return { text, origin, ...(sentence !== undefined && { sentence }) };
}
