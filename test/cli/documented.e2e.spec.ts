import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { EXIT, EXIT_CODE_HELP } from '../../apps/cli/shell/exit-codes.js';
import { commandKinds } from '../../apps/cli/play/command-kinds.js';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';

const reference = readFileSync('docs/scenario-files.md', 'utf8');
const blocks = [...reference.matchAll(/```text\n(.*?)```/gs)].map(([, text]) => text!);

describe('docs/scenario-files.md', () => {
  const place = new Workplace();
  afterAll(() => place.clear());

  it('begins with a file that plays', async () => {
    const file = place.file('first.jsonl', [blocks[0]!.trimEnd()]);
    const run = await gongkai(['play', file, '--data', `${place.data}-first`], { apart: true });
    expect(run.code).toBe(0);
    expect(reference).toContain(`$ npx gongkai play first.jsonl\n${run.stdout}`);
    const again = await gongkai(['play', file, '--data', `${place.data}-first`], { apart: true });
    expect(reference).toContain(`$ npx gongkai play first.jsonl\n${again.stdout}`);
  });

  it('shows every command once, each by a line of every-step.jsonl', () => {
    const examples = blocks.slice(1).map((text) => text.trim());
    const names = examples.map((text) => (JSON.parse(text) as { command: string }).command);
    expect(names.toSorted()).toEqual([...commandKinds.keys()].sort());
    const lines = readFileSync('scenarios/every-step.jsonl', 'utf8').split('\n');
    for (const example of examples) expect(lines).toContain(example);
  });

  it('every-step.jsonl plays, again and again', async () => {
    const words = ['play', 'scenarios/every-step.jsonl', '--data', place.data, '--json'];
    const lines = readFileSync('scenarios/every-step.jsonl', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(documentOf(await gongkai(words))).toMatchObject({ recorded: lines.length, refused: 0 });
    expect(documentOf(await gongkai(words))).toMatchObject({ alreadyRecorded: lines.length, recorded: 0, refused: 0 });
    const verified = await gongkai(['year', 'verify', '--agency', 'demo', '--year', '2024', '--data', place.data]);
    expect(verified.code).toBe(0);
  });
});

describe('docs/cli.md', () => {
  it('lists the exit codes of the program, and no other', () => {
    const table = readFileSync('docs/cli.md', 'utf8')
      .match(/^\| `?(\d+)`? /gm)!
      .map((row) => Number(row.match(/\d+/)![0]));
    expect(table).toEqual(Object.values(EXIT));
    expect(EXIT_CODE_HELP.map((line) => Number.parseInt(line, 10))).toEqual(Object.values(EXIT));
  });
});
