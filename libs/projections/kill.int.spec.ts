import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { killSteps } from './testkit/kill-steps.js';
import { play } from './testkit/toy-log.js';
import { pointsOf } from './testkit/toy-projection.js';
import { Workshop, digestInMemory, rowsIn } from './testkit/workshop.js';

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Runs the child on the directory and kills it with SIGKILL when it has printed `marks` characters after its start. */
async function killAfter(marks: number, directory: string, batch: number): Promise<void> {
  const hooks = ['--import', local('../../test/support/typescript-hooks.mjs')];
  const child = spawn(process.execPath, [...hooks, local('testkit/killed-child.ts'), directory, `${batch}`]);
  let printed = 0;
  let complaint = '';
  child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    printed += data.length;
    if (printed >= marks) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect({ signal, complaint }).toEqual({ signal: 'SIGKILL', complaint: '' });
}

describe('a process killed at any moment', () => {
  let digest = '';
  beforeAll(async () => {
    await using workshop = new Workshop();
    await play(workshop.store, killSteps);
    digest = await digestInMemory(workshop.store);
  });

  // 1: as it begins to fold; 2: as it begins to rebuild; 3 and more: in the rebuild, about the swap, in the next rebuild.
  it.each([1, 2, 5, 8, 9, 12])('after %i marks leaves views that go on to the same digest', async (marks) => {
    await using workshop = new Workshop();
    await play(workshop.store, killSteps);
    await killAfter(marks, workshop.directory, 1);
    await killAfter(marks, workshop.directory, 40);

    const runner = await workshop.caughtUp();
    expect(rowsIn(runner)).toEqual(pointsOf(killSteps));
    expect(await runner.digest('points')).toMatchObject({ digest, events: killSteps.length });
    // A file killed as it was made has no checkpoint yet, and says so; nothing else is discarded.
    expect(workshop.warnings.filter(({ message }) => !message.includes('没有检查点'))).toEqual([]);
    expect(await runner.rebuild('points', { resume: true })).toMatchObject({ equal: true, swapped: true });
    expect(workshop.files()).toHaveLength(1);
  });
});
