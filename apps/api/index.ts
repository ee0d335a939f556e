export { startServer, type RunningServer, type ServerSubstitutes } from './serve.js';
export { runUntilSignal } from './run-until-signal.js';
export { apiConfigSchema, ENVIRONMENT, type ApiConfig, type ApiOptions } from './config.js';
