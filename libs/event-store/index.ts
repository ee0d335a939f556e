export * from './port.js';
export * from './limits.js';
export * from './chain.js';
export * from './canonical-text.js';
export * from './verify.js';
export * from './memory/memory-event-store.js';
export {
  openSqliteEventStore,
  type SqliteEventStore,
  type SqliteEventStoreOptions,
} from './sqlite/open-sqlite-event-store.js';
