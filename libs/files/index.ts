export * from './unreadable-file.js';
export * from './mebibytes.js';
export * from './decode.js';
export * from './zip/package-limits.js';
export * from './zip/office-package.js';
