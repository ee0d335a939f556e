import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarioFiles } from './files.js';

/** Writes scenarios/*.jsonl: `npm run build && node dist/test/scenarios/generate.js`. The same source always writes the same bytes. */
for (const [name, text] of scenarioFiles()) {
  const path = join('scenarios', name);
  writeFileSync(path, text);
  console.log(`${path}: ${text.split('\n').length - 1} lines`);
}
