import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');

/** A small tree that breaks one rule each time: a rule that was never seen failing proves nothing. */
const VIOLATIONS: readonly [rule: string, files: Readonly<Record<string, string>>][] = [
  ['kernel-knows-nobody', { 'libs/kernel/a.ts': "import '../calendar/index.js';", 'libs/calendar/index.ts': '' }],
  ['calendar-knows-kernel', { 'libs/calendar/a.ts': "import '../casework/index.js';", 'libs/casework/index.ts': '' }],
  ['files-know-kernel', { 'libs/files/a.ts': "import '../report-files/index.js';", 'libs/report-files/index.ts': '' }],
  ['casework-inward', { 'libs/casework/a.ts': "import '../statistics/index.js';", 'libs/statistics/index.ts': '' }],
  ['agency-inward', { 'libs/agency/a.ts': "import '../statistics/index.js';", 'libs/statistics/index.ts': '' }],
  ['statistics-inward', { 'libs/statistics/a.ts': "import '../office/index.js';", 'libs/office/index.ts': '' }],
  ['annual-report-inward', { 'libs/annual-report/a.ts': "import '../office/index.js';", 'libs/office/index.ts': '' }],
  [
    'event-store-knows-no-domain',
    { 'libs/event-store/a.ts': "import '../casework/index.js';", 'libs/casework/index.ts': '' },
  ],
  [
    'integrity-knows-no-domain',
    { 'libs/integrity/a.ts': "import '../casework/index.js';", 'libs/casework/index.ts': '' },
  ],
  [
    'projections-know-no-domain',
    { 'libs/projections/a.ts': "import '../casework/index.js';", 'libs/casework/index.ts': '' },
  ],
  ['access-knows-kernel', { 'libs/access/a.ts': "import '../office/index.js';", 'libs/office/index.ts': '' }],
  ['libraries-know-no-application', { 'libs/office/a.ts': "import '../../apps/api/main.js';", 'apps/api/main.ts': '' }],
  [
    'pure-core-does-no-input-output',
    { 'libs/casework/a.ts': "import { readFileSync } from 'node:fs'; readFileSync('x');" },
  ],
  ['one-door-per-library', { 'libs/office/a.ts': "import '../casework/case.js';", 'libs/casework/case.ts': '' }],
  ['no-cycles', { 'libs/office/a.ts': "import './b.js';", 'libs/office/b.ts': "import './a.js';" }],
  ['tests-stay-out', { 'libs/office/a.ts': "import './a.unit.spec.js';", 'libs/office/a.unit.spec.ts': '' }],
];

describe('the dependency rules', () => {
  let tree: string;
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'gongkai-arrows-'));
    writeFileSync(
      join(tree, 'tsconfig.json'),
      '{"compilerOptions":{"module":"nodenext","moduleResolution":"nodenext"}}',
    );
  });
  afterEach(() => rmSync(tree, { recursive: true }));

  it.each(VIOLATIONS)('%s: given a tree that breaks it, it is reported', async (rule, files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    expect(await violations(tree)).toContain(rule);
  });

  it('given a tree that keeps them, nothing is reported', async () => {
    mkdirSync(join(tree, 'libs/casework'), { recursive: true });
    mkdirSync(join(tree, 'libs/kernel'), { recursive: true });
    writeFileSync(join(tree, 'libs/kernel/index.ts'), 'export const one = 1;');
    writeFileSync(join(tree, 'libs/casework/a.ts'), "import '../kernel/index.js';");
    expect(await violations(tree)).toEqual([]);
  });
});

/** Names of the rules that the tree breaks, as `npm run arrows` would report them. */
function violations(tree: string): Promise<string[]> {
  const depcruise = join(ROOT, 'node_modules/.bin/depcruise');
  const config = join(ROOT, '.dependency-cruiser.cjs');
  return new Promise((done, failed) => {
    execFile(
      process.execPath,
      [depcruise, '--config', config, '--output-type', 'json', '.'],
      { cwd: tree, maxBuffer: 1 << 26 },
      (error, stdout) => {
        if (stdout === '') return failed(error ?? new Error('no output'));
        const report = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
        done([...new Set(report.summary.violations.map((violation) => violation.rule.name))]);
      },
    );
  });
}
