/** A4, as wide as the page, page numbers below. */
const PAGE_SETUP =
  '<printOptions horizontalCentered="1"/>' +
  '<pageMargins left="0.6" right="0.6" top="0.9" bottom="0.9" header="0.4" footer="0.4"/>' +
  '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>';

/** Adds to a sheet how it is printed, which the library does not offer, in the order that the format prescribes (ECMA-376 18.3.1.99). */
export function pageSetup(path: string, text: string): string {
  if (!path.startsWith('xl/worksheets/sheet')) return text;
  return text
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</worksheet>', `${PAGE_SETUP}</worksheet>`);
}
