export * from './reading/read-report-file.js';
export * from './reading/unreadable-file.js';
export { FILE_KIND_LABELS, type FileKind } from './reading/file-kind.js';
export { READING_LIMITS } from './reading/limits.js';
