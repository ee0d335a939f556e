export * from './forms/form.js';
export * from './forms/forms.js';
export * from './json.js';
export * from './text/render-tables.js';
export { widthOf } from './text/width.js';
export * from './reading/document.js';
export * from './report/annual-report.js';
