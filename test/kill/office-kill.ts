import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { openOffice } from '#office';

/** The agency whose cases the killed office handles. */
export const KILL_AGENCY = 'kill-town';

/** One kill of an office at work, and what was found on opening it again. */
export interface OfficeRound {
  readonly round: number;
  readonly killedAfter: number;
  readonly acknowledged: number;
  /** Digests of the two views; each equal to the digest of the view rebuilt from the log. */
  readonly digests: readonly string[];
}

/** What to do how often. */
export interface OfficeKillPlan {
  readonly directory: string;
  readonly rounds: number;
  readonly clients: number;
  readonly random: () => number;
  readonly onRound?: (round: OfficeRound) => void;
}

const LONGEST_RUN = 400;
const here = import.meta.dirname;
const root = here.includes(`${sep}dist${sep}`) ? join(here, '..', '..', '..') : join(here, '..', '..');
const hooks = pathToFileURL(join(root, 'test', 'support', 'typescript-hooks.mjs')).href;

/**
 * Kills an office at random moments, and after every kill opens it as the next process would: every acknowledged step is there,
 * and the views, resumed where the kill left them, come to the digest of a rebuild from the log. Raises at the first that does not.
 */
export async function killOffice(plan: OfficeKillPlan): Promise<readonly OfficeRound[]> {
  const acknowledged = new Map<string, number>();
  const rounds: OfficeRound[] = [];
  for (let round = 1; round <= plan.rounds; round++) {
    const killedAfter = Math.floor(plan.random() * LONGEST_RUN);
    const told = await killOnce(plan, round, killedAfter);
    for (const { stream, revision } of told)
      acknowledged.set(stream, Math.max(revision, acknowledged.get(stream) ?? -1));
    const digests = await checkOffice(plan.directory, acknowledged);
    rounds.push({ round, killedAfter, acknowledged: told.length, digests });
    plan.onRound?.(rounds.at(-1)!);
  }
  return rounds;
}

async function killOnce({ directory, clients }: OfficeKillPlan, round: number, killedAfter: number) {
  const script = join(root, 'test', 'kill', 'office-worker.ts');
  const child = spawn(process.execPath, ['--import', hooks, script, directory, String(round), String(clients)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: { readonly stream: string; readonly revision: number }[] = [];
  const lines = createInterface({ input: child.stdout });
  const read = new Promise<void>((resolve) => lines.on('close', resolve));
  const endedBy = new Promise<string | null>((resolve) => child.on('close', (_code, signal) => resolve(signal)));
  // The first steps take as long as many later ones: every second kill waits for one of them, the others may come before.
  const awaited = round % 2 === 0 ? 'done' : 'ready';
  const begun = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, stream, revision] = /^done (\S+) (\d+) \.$/.exec(line) ?? [];
      if (stream !== undefined) told.push({ stream, revision: Number(revision) });
      if (line.startsWith(awaited)) resolve();
    });
    lines.on('close', () => reject(new Error('the office ended before it was at work')));
  });
  await begun;
  await wait(killedAfter);
  child.kill('SIGKILL');
  await read;
  assert.equal(await endedBy, 'SIGKILL', 'the office ended by itself');
  return told;
}

/** Opens the office again; raises an AssertionError on anything lost or any view that is not what the log says. */
async function checkOffice(directory: string, acknowledged: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const office = await openOffice({ dataDir: directory });
  try {
    for (const [stream, revision] of acknowledged) {
      const [event] = await office.store.read(stream, { from: revision, max: 1 });
      assert.equal(event?.revision, revision, `acknowledged and missing: ${stream} ${revision}`);
    }
    await office.views.waitFor(await office.store.head());
    const digests = [];
    for (const name of ['statistics', 'caseload']) {
      const { equal, liveDigest } = await office.projections!.rebuild(name, { swap: 'never' });
      assert(equal, `the view ${name} differs from its rebuild`);
      digests.push(liveDigest);
    }
    return digests;
  } finally {
    await office.close();
  }
}
