import { reportJsonSchemaText } from '#annual-report';
import { errorCatalogue } from './error-catalogue.js';
import { eventCatalogue } from './event-catalogue.js';
import { GENERATED_SCENARIOS } from '../scenarios/generated.js';
import { lifeCycle } from './life-cycle.js';
import { outcomeTable } from './outcomes.js';

/** Every generated document, by its path from the top of the repository. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  'docs/errors.md': errorCatalogue,
  'docs/event-catalogue.md': eventCatalogue,
  'docs/life-cycle.md': lifeCycle,
  'docs/outcomes.md': outcomeTable,
  'docs/formats/annual-report.schema.json': reportJsonSchemaText,
  ...GENERATED_SCENARIOS,
};
