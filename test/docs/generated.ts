import { eventCatalogue } from './event-catalogue.js';
import { lifeCycle } from './life-cycle.js';

/** Every generated document, by its path from the top of the repository. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/event-catalogue.md': eventCatalogue,
  'docs/life-cycle.md': lifeCycle,
};
