export * from './reading/read-report-file.js';
export * from './reading/read-published-file.js';
export * from './reading/unreadable-file.js';
export { FILE_KIND_LABELS, type FileKind } from './reading/file-kind.js';
export { mebibytes, READING_LIMITS } from './reading/limits.js';
export { answerOf } from './worker/answer.js';
export * from './worker/report-reader.js';
export * from './lint/lint-reports.js';
export * from './lint/lint-document.js';
