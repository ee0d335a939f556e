import type { AnnualReport } from './annual-report.js';

/**
 * The headings of the form under which a report says nothing, for whoever is about to issue it: nothing was written there, or that there is
 * nothing to say. Sections without headings of their own by their title; the tables are no words.
 */
export function wordlessParts({ sections }: AnnualReport): readonly string[] {
  return sections
    .filter(({ table }) => table === null)
    .flatMap(({ title, parts }) => {
      const named = parts.filter(({ heading }) => heading !== null);
      const wordless = named.filter(({ paragraphs }) => paragraphs.length === 0).map(({ heading }) => heading ?? title);
      const isBare = named.length === 0 && parts.every(({ paragraphs }) => paragraphs.length === 0);
      return isBare ? [title] : wordless;
    });
}
