export * from './writing/report-file.js';
export { writeDocx } from './writing/docx/write-docx.js';
export { writeXlsx } from './writing/xlsx/write-xlsx.js';
export { writePdf } from './writing/pdf/write-pdf.js';
