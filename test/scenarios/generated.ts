import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withReference } from './command-reference.js';
import { scenarioFiles } from './files.js';

const REFERENCE = join('docs', 'scenario-files.md');

/** The scenario files and the document whose command reference is made from the code, by path. The same source, the same bytes. */
export const GENERATED_SCENARIOS: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries([...scenarioFiles()].map(([name, text]) => [join('scenarios', name), () => text])),
  [REFERENCE]: () => withReference(readFileSync(REFERENCE, 'utf8')),
};
