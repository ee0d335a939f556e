export * from './writing/report-file.js';
export * from './writing/write-report-files.js';
export * from './writing/report-manifest.js';
