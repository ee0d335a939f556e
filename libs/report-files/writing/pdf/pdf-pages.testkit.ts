import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a page shows: its lines from the top, each with its pieces from left to right. */
export interface PdfPage {
  readonly lines: readonly (readonly string[])[];
}

interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
}

/** The text layer of a PDF, page by page; pieces at the same height are one line. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    const pieces = content.items.filter((item): item is typeof item & Piece => 'str' in item && item.str.trim() !== '');
    const byHeight = Map.groupBy(pieces, ({ transform }) => Math.round(Number(transform[5])));
    const lines = [...byHeight]
      .sort(([a], [b]) => b - a)
      .map(([, line]) =>
        line.toSorted((a, b) => Number(a.transform[4]) - Number(b.transform[4])).map(({ str }) => str),
      );
    pages.push({ lines });
  }
  await task.destroy();
  return pages;
}
