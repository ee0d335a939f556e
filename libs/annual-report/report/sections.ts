import { REPORT_PART_LABELS, type ReportForm, type ReportPartId } from '#agency';
import { FORMS } from '../forms/forms.js';
import type { Paragraph, ReportPart, ReportSection } from './annual-report.js';
import type { ParagraphsOf } from './part-paragraphs.js';

/** What stands in a section of the form: parts in words, the table behind them. */
interface SectionContent {
  readonly parts: readonly ReportPartId[];
  readonly table: ReportSection['table'];
}

/** The six sections, in the order of the form (DR 2.1). */
const CONTENTS: readonly SectionContent[] = [
  {
    parts: ['overview', 'proactive-disclosure', 'applications', 'information-management', 'platform', 'supervision'],
    table: null,
  },
  { parts: [], table: 2 },
  { parts: [], table: 3 },
  { parts: [], table: 4 },
  { parts: ['problems', 'improvements'], table: null },
  { parts: ['other-matters'], table: null },
];

/** Parts that the form heads with their label. */
const HEADED: readonly ReportPartId[] = [
  'proactive-disclosure',
  'applications',
  'information-management',
  'platform',
  'supervision',
];

/** The paragraphs before section 一. */
export function preambleOf(paragraphs: ParagraphsOf): readonly Paragraph[] {
  return paragraphs('preamble');
}

/** The sections with their parts. A part with a heading of the form stands there even when it is empty; another one does not. */
export function sectionsOf(paragraphs: ParagraphsOf, form: ReportForm): readonly ReportSection[] {
  return FORMS[form].sections.map((title, index) => {
    const { parts, table } = CONTENTS[index]!;
    return {
      title,
      parts: parts.flatMap((part): readonly ReportPart[] => {
        const heading = HEADED.includes(part) ? REPORT_PART_LABELS[part] : null;
        const ofPart = paragraphs(part);
        return heading === null && ofPart.length === 0 ? [] : [{ heading, paragraphs: ofPart }];
      }),
      table,
    };
  });
}
