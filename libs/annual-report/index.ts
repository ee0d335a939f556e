export * from './forms/form.js';
export * from './forms/forms.js';
export * from './json.js';
export * from './text/render-tables.js';
export { widthOf } from './text/width.js';
export * from './reading/document.js';
export * from './reading/published-report.js';
export { readPublishedReport } from './reading/read-published-report.js';
export { figuresOf } from './reading/figures-of.js';
export * from './report/annual-report.js';
export * from './html/render-html.js';
export * from './csv/render-csv.js';
export * from './layout/page.js';
export * from './layout/report-layout.js';
export * from './layout/table-grid.js';
export { brokenGrid } from './layout/row-lines.js';
export { DRAFT_MARK, isDraft, statusLabel } from './layout/draft.js';
export { gapNotices } from './layout/gap-notices.js';
export { spreadsheetText } from './layout/spreadsheet-text.js';
export { printable } from './layout/printable.js';
export * from './report/render-json.js';
export * from './report/report-schema.js';
export {
  buildAnnualReport,
  reportWords,
  usualTitle,
  type ReportContent,
  type WordsContent,
} from './report/build-annual-report.js';
export * from './report/issued-report.js';
export { wordlessParts } from './report/wordless-parts.js';
export type { GeneratedSentence } from './narrative/generated-sentence.js';
export { generatedSentences } from './narrative/generated-sentences.js';
export { statedFigures } from './narrative/stated-figures.js';
