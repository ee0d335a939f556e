export * from './authenticator.js';
export * from './unauthenticated.js';
export * from './token.js';
export * from './token-store.js';
