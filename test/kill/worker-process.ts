import { spawn, type ChildProcess } from 'node:child_process';
import { join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { KillCommand } from './kill-load.js';

/** What a worker said before it died. */
export interface WorkerTold {
  readonly sent: Map<string, KillCommand>;
  readonly done: Set<string>;
  /** Error code by command id. */
  readonly failed: Map<string, string>;
}

/** A worker at work. */
export interface Worker {
  readonly told: WorkerTold;
  /** Resolves when the worker is about to open the store. */
  readonly opening: Promise<void>;
  /** Resolves when the worker has opened the store and begins to append; rejects when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when the process is gone and all that it said is read. */
  readonly gone: Promise<void>;
  kill(): void;
}

const here = import.meta.dirname;
const root = here.includes(`${sep}dist${sep}`) ? join(here, '..', '..', '..') : join(here, '..', '..');
const hooks = pathToFileURL(join(root, 'test', 'support', 'typescript-hooks.mjs')).href;
const script = join(root, 'test', 'kill', 'worker.ts');

/** Starts a worker on the sources as they are. `wrap` replaces the program that runs it, as in `bash -c 'ulimit -f 1; exec "$@"' -`. */
export function startWorker(file: string, round: number, clients: number, wrap: readonly string[] = []): Worker {
  const args = ['--import', hooks, script, file, String(round), String(clients)];
  const [program = process.execPath, ...rest] = [...wrap, process.execPath, ...args];
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: WorkerTold = { sent: new Map(), done: new Set(), failed: new Map() };
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => note(told, line));
  const heard = (word: string): Promise<void> => {
    const promise = new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => line === `${word} .` && resolve());
      lines.on('close', () => reject(new Error(`the worker ended before it said "${word}"`)));
    });
    // Not everybody waits for every word.
    promise.catch(() => undefined);
    return promise;
  };
  return {
    told,
    opening: heard('opening'),
    ready: heard('ready'),
    gone: Promise.all([closed(child), new Promise<void>((resolve) => lines.on('close', resolve))]).then(
      () => undefined,
    ),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** A line that the kill cut off lacks its end mark and is no report. */
function note(told: WorkerTold, line: string): void {
  const [what, commandId, third, size] = line.split(' ');
  if (commandId === undefined || !line.endsWith(' .')) return;
  if (what === 'sent') told.sent.set(commandId, { commandId, stream: third!, size: Number(size) });
  if (what === 'done') told.done.add(commandId);
  if (what === 'failed') told.failed.set(commandId, third!);
}

function closed(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('close', () => resolve());
    child.on('error', reject);
  });
}
