import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { afterAll } from '@jest/globals';
import type { CommandLine } from './resident-program.js';

/** What a run of the program left. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run it. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** In a process of its own, as people start it; where the start and the end of the program itself are in question. */
  readonly apart?: boolean;
  /** Called with the running process, which is one of its own, to send it a signal. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

/**
 * Runs the built `gongkai`; `npm run build` comes first, as it does in `npm test`. The commands of a specification take their turns
 * in one process kept for them, but for those that need one of their own.
 */
export function gongkai(words: readonly string[], options: RunOptions = {}): Promise<Run> {
  if (options.apart || options.whileRunning) return inOwnProcess(words, options);
  const run = last.then(() => inResident({ words, env: options.env ?? {} }));
  last = run.catch(() => undefined);
  return run;
}

let last: Promise<unknown> = Promise.resolve();
let resident: ChildProcess | undefined;
afterAll(() => resident?.disconnect());

async function inResident(line: CommandLine): Promise<Run> {
  const child = (resident ??= startResident());
  return new Promise((resolve, reject) => {
    const died = (code: number | null) =>
      reject(new Error(`gongkai ${line.words.join(' ')} ended the process (${code})`));
    child.once('exit', died);
    child.once('message', (run) => {
      child.off('exit', died);
      resolve(run as Run);
    });
    child.send(line);
  });
}

function startResident(): ChildProcess {
  const child = fork('dist/test/cli/resident-program.js', {
    env: environment(),
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr!.pipe(process.stderr);
  return child;
}

function inOwnProcess(words: readonly string[], { env = {}, whileRunning }: RunOptions): Promise<Run> {
  const child = spawn(execPath, ['bin/gongkai.js', ...words], {
    env: { ...environment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  whileRunning?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({
        code,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      });
    });
  });
}

function environment(): NodeJS.ProcessEnv {
  const { GONGKAI_DATA, GONGKAI_ACTOR, NODE_OPTIONS, ...rest } = process.env;
  return rest;
}

/** The one JSON document that a run with `--json` printed. Throws when standard output holds anything else. */
export function documentOf({ stdout }: Run): Record<string, unknown> {
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** Every file below a folder with its bytes. */
export function bytesBelow(directory: string): readonly (readonly [string, string])[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => [path, readFileSync(path).toString('base64')]);
}

/** A directory that is gone after the test. */
export class Workplace {
  readonly directory = mkdtempSync(join(tmpdir(), 'gongkai-cli-'));

  /** The data directory. */
  readonly data = join(this.directory, 'data');

  /** Writes a file of lines: objects as JSON, texts as they are. Answers with its path. */
  file(name: string, lines: readonly (object | string)[]): string {
    const path = join(this.directory, name);
    writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
    return path;
  }

  /** Writes a file of bytes. */
  bytes(name: string, content: Buffer): string {
    const path = join(this.directory, name);
    writeFileSync(path, content);
    return path;
  }

  clear(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
