export * from './local-date.js';
export * from './errors.js';
export * from './event.js';
export * from './principal.js';
export * from './event-id.js';
export * from './canonical-json.js';
export * from './event-registry.js';
export * from './validate.js';
