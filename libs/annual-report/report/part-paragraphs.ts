import { paragraphsOf, standingOverrides, textOf, type Narrative, type PartDraft, type ReportPartId } from '#agency';
import type { GeneratedSentence } from '../narrative/generated-sentence.js';
import type { Paragraph } from './annual-report.js';

/** What the paragraphs of the parts are made from. */
export interface Words {
  readonly narrative: Narrative;
  readonly drafts: readonly PartDraft[];
  readonly sentences: readonly GeneratedSentence[];
}

/** The paragraphs of a part: what states figures first, then the text of its own. */
export type ParagraphsOf = (part: ReportPartId) => readonly Paragraph[];

/** Reads the paragraphs of any part. An override whose sentence is no longer generated is not shown: there is nothing to replace. */
export function partParagraphs({ narrative, drafts, sentences }: Words): ParagraphsOf {
  const overrides = new Map(standingOverrides(narrative).map((one) => [one.sentence, one]));
  const stating = (part: ReportPartId) =>
    sentences
      .filter((one) => one.part === part)
      .map(({ id, text }): Paragraph => {
        const override = overrides.get(id);
        if (override === undefined) return { text, origin: 'generated', sentence: id };
        return { text: override.text, origin: 'overridden', sentence: id };
      });
  return (part) => {
    const written = textOf(narrative, part);
    const draft = drafts.find((one) => one.part === part);
    const origin = written === null ? 'draft' : 'written';
    const free = paragraphsOf(written?.text ?? draft?.text ?? '').map((text): Paragraph => ({ text, origin }));
    return [...stating(part), ...free];
  };
}
