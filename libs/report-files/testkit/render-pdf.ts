import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TestBlock, TestGrid } from './sheet-of-figures.js';

interface PdfMake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allows: () => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
// Loaded by a name that is no literal: the package has no types.
const PDFMAKE: string = 'pdfmake';
const fonts = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');

/** A PDF on A4 with its tables drawn and Chinese characters embedded. `more` goes into its definition, such as a password. */
export async function toPdf(blocks: readonly TestBlock[], more: object = {}): Promise<Buffer> {
  const pdfmake = ((await import(PDFMAKE)) as { readonly default: PdfMake }).default;
  const normal = join(fonts, 'NotoSansHans-Regular.otf');
  pdfmake.setFonts({ Hans: { normal, bold: normal } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal);
  const content = blocks.map((block) => ('line' in block ? { text: block.line } : { table: pdfTable(block.grid) }));
  return pdfmake
    .createPdf({ content, defaultStyle: { font: 'Hans', fontSize: 9 }, pageSize: 'A4', ...more })
    .getBuffer();
}

function pdfTable({ rows, columns, cells }: TestGrid): object {
  const body = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({})) as object[]);
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    body[row]!.splice(column, 1, { text, rowSpan, colSpan: columnSpan });
  }
  const labels = columns === 10 ? [20, 40, 110] : [];
  const rest = (510 - labels.reduce((sum, width) => sum + width, 0)) / (columns - labels.length) - 9;
  return { widths: [...labels, ...Array.from({ length: columns - labels.length }, () => rest)], body };
}
