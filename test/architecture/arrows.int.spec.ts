import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: readonly { name: string }[] };

/** What there is to lean on. */
const TARGETS: Readonly<Record<string, string>> = {
  'tsconfig.json': '{"compilerOptions":{"module":"nodenext","moduleResolution":"nodenext"}}',
  'node_modules/rxjs/package.json': '{"name":"rxjs","main":"index.js"}',
  'node_modules/rxjs/index.js': '',
  'libs/kernel/index.ts': 'export const one = 1;',
  'libs/calendar/index.ts': '',
  'libs/casework/index.ts': '',
  'libs/casework/case.ts': '',
  'libs/statistics/index.ts': '',
  'libs/office/index.ts': '',
  'libs/report-files/index.ts': '',
  'apps/api/main.ts': '',
};

/** For each rule a file that breaks it: a rule that was never seen failing proves nothing. */
const VIOLATIONS: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'kernel-knows-nobody': ['libs/kernel/a.ts', "import '../calendar/index.js';"],
  'files-know-kernel': ['libs/files/a.ts', "import '../report-files/index.js';"],
  'calendar-knows-kernel': ['libs/calendar/a.ts', "import '../casework/index.js';"],
  'casework-inward': ['libs/casework/a.ts', "import '../statistics/index.js';"],
  'agency-inward': ['libs/agency/a.ts', "import '../statistics/index.js';"],
  'statistics-inward': ['libs/statistics/a.ts', "import '../office/index.js';"],
  'annual-report-inward': ['libs/annual-report/a.ts', "import '../office/index.js';"],
  'report-files-knows-forms': ['libs/report-files/a.ts', "import '../office/index.js';"],
  'case-import-knows-casework': ['libs/case-import/a.ts', "import '../statistics/index.js';"],
  'event-store-knows-no-domain': ['libs/event-store/a.ts', "import '../casework/index.js';"],
  'integrity-knows-no-domain': ['libs/integrity/a.ts', "import '../casework/index.js';"],
  'projections-know-no-domain': ['libs/projections/a.ts', "import '../casework/index.js';"],
  'access-knows-kernel': ['libs/access/a.ts', "import '../office/index.js';"],
  'privacy-knows-kernel': ['libs/privacy/a.ts', "import '../casework/index.js';"],
  'libraries-know-no-application': ['libs/office/a.ts', "import '../../apps/api/main.js';"],
  'pure-core-does-no-input-output': [
    'libs/casework/b.ts',
    "import { readFileSync } from 'node:fs'; readFileSync('x');",
  ],
  'pure-core-knows-no-framework': ['libs/casework/c.ts', "import 'rxjs';"],
  'one-door-per-library': ['libs/office/b.ts', "import '../casework/case.js';"],
  'no-cycles': ['libs/office/c.ts', "import './c.js';"],
  'tests-stay-out': ['libs/office/d.ts', "import './d.unit.spec.js';"],
};

describe('the dependency rules', () => {
  let tree: string;
  let found: readonly Violation[];
  beforeAll(async () => {
    tree = mkdtempSync(join(tmpdir(), 'gongkai-arrows-'));
    const kept = { 'libs/calendar/kept.ts': "import '../kernel/index.js';", 'libs/office/d.unit.spec.ts': '' };
    const files = { ...TARGETS, ...kept, ...Object.fromEntries(Object.values(VIOLATIONS)) };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    found = await violationsIn(tree);
  });
  afterAll(() => rmSync(tree, { recursive: true }));

  it.each(forbidden.map(({ name }) => name))('%s: given a file that breaks it, it is reported', (rule) => {
    expect(found).toContainEqual({ rule, file: VIOLATIONS[rule]?.[0] });
  });

  it('of a file that keeps them nothing is reported', () => {
    const breaking = new Set(Object.values(VIOLATIONS).map(([file]) => file));
    expect(found.filter(({ file }) => !breaking.has(file))).toEqual([]);
  });
});

interface Violation {
  readonly rule: string;
  readonly file: string;
}

/** What `npm run arrows` would report of the tree. */
function violationsIn(tree: string): Promise<Violation[]> {
  const depcruise = join(ROOT, 'node_modules/.bin/depcruise');
  return new Promise((done, failed) => {
    execFile(
      process.execPath,
      [depcruise, '--config', CONFIG, '--output-type', 'json', 'libs', 'apps'],
      { cwd: tree, maxBuffer: 1 << 26 },
      (error, stdout) => {
        if (stdout === '') return failed(error ?? new Error('no output'));
        const report = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
        done(report.summary.violations.map(({ from, rule }) => ({ rule: rule.name, file: from })));
      },
    );
  });
}
