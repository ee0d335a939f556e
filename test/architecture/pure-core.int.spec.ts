import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';

const ROOT = resolve(import.meta.dirname, '../..');
const RULES = ['no-restricted-syntax', 'no-restricted-imports', 'max-lines', 'jsdoc/require-jsdoc'];

const IMPURE: readonly [what: string, rule: string, code: string][] = [
  ['a clock', 'no-restricted-syntax', 'const now = Date.now();'],
  ['a clock by constructor', 'no-restricted-syntax', 'const now = new Date();'],
  ['randomness', 'no-restricted-syntax', 'const x = Math.random();'],
  ['the environment', 'no-restricted-syntax', 'const x = process.env.TZ;'],
  ['a locale', 'no-restricted-syntax', "const x = 'a'.localeCompare('b');"],
  ['a locale by formatting', 'no-restricted-syntax', 'const x = (1).toLocaleString();'],
  ['Intl', 'no-restricted-syntax', "const x = new Intl.NumberFormat('zh');"],
  ['a float', 'no-restricted-syntax', 'const x = 0.5;'],
  ['a parsed float', 'no-restricted-syntax', "const x = parseFloat('1');"],
  ['input or output', 'no-restricted-imports', "import { readFileSync } from 'node:fs';"],
  ['a framework', 'no-restricted-imports', "import { Injectable } from '@nestjs/common';"],
  ['an undocumented export', 'jsdoc/require-jsdoc', 'export function f(): void {}'],
  ['a room without walls', 'max-lines', 'export const x = 1;\n'.repeat(301)],
];

describe('lint of the pure core', () => {
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    ruleFilter: ({ ruleId }: { ruleId: string }) => RULES.includes(ruleId),
  });

  it.each(IMPURE)('given %s in casework, %s reports it', async (_what, rule, code) => {
    const [result] = await eslint.lintText(code, { filePath: resolve(ROOT, 'libs/casework/seen-failing.ts') });
    expect(result?.messages.map((message) => message.ruleId)).toContain(rule);
  });

  it('given a clock at the edge, nothing is reported', async () => {
    const [result] = await eslint.lintText('/** Now. */\nexport const now = (): number => Date.now();', {
      filePath: resolve(ROOT, 'libs/office/edge.ts'),
    });
    expect(result?.messages).toEqual([]);
  });
});
