import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';

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
  /** Called with the running process, to send it a signal. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

/** Runs the built `gongkai` as a process of its own. `npm run build` comes first, as it does in `npm test`. */
export function gongkai(words: readonly string[], { env = {}, whileRunning }: RunOptions = {}): Promise<Run> {
  const inherited = { ...process.env };
  for (const name of ['GONGKAI_DATA', 'GONGKAI_ACTOR', 'NODE_OPTIONS']) delete inherited[name];
  const child = spawn(execPath, ['bin/gongkai.js', ...words], {
    env: { ...inherited, ...env },
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

/** The one JSON document that a run with `--json` printed. Throws when standard output holds anything else. */
export function documentOf({ stdout }: Run): Record<string, unknown> {
  return JSON.parse(stdout) as Record<string, unknown>;
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
