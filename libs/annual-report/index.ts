export * from './forms/form.js';
export * from './forms/forms.js';
export * from './json.js';
export * from './text/render-tables.js';
export { widthOf } from './text/width.js';
export * from './reading/document.js';
export * from './report/annual-report.js';
export {
  buildAnnualReport,
  reportWords,
  usualTitle,
  type ReportContent,
  type WordsContent,
} from './report/build-annual-report.js';
export * from './report/issued-report.js';
export type { GeneratedSentence } from './narrative/generated-sentence.js';
export { generatedSentences } from './narrative/generated-sentences.js';
export { statedFigures } from './narrative/stated-figures.js';
