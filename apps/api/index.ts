export { startServer, type RunningServer, type ServerSubstitutes } from './serve.js';
export { openPeople, type PeopleOptions } from './people/open-people.js';
export type { People } from './people/people.js';
export type { PersonForgotten } from './people/forget-person.js';
export { runUntilSignal } from './run-until-signal.js';
export { apiConfigSchema, ENVIRONMENT, type ApiConfig, type ApiOptions } from './config.js';
