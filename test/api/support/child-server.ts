import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..', '..', '..');
const hooks = pathToFileURL(join(root, 'test', 'support', 'typescript-hooks.mjs')).href;

/** The server as operators start it: a process of its own, told by the environment, stopped by a signal. */
export class ChildServer {
  /** Lines of standard output: the structured log. */
  readonly log: string[] = [];
  /** Lines of standard error: what people read. */
  readonly said: string[] = [];
  /** The code that the process ended with; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;
  readonly #url: Promise<string>;

  constructor(dataDir: string, environment: Readonly<Record<string, string>> = {}) {
    this.#process = spawn(process.execPath, ['--import', hooks, join(root, 'apps', 'api', 'main.ts')], {
      env: { PATH: process.env['PATH'], GONGKAI_DATA: dataDir, GONGKAI_PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: this.#process.stdout! }).on('line', (line) => this.log.push(line));
    const people = createInterface({ input: this.#process.stderr! });
    this.ended = new Promise((resolve) => this.#process.on('close', resolve));
    this.#url = new Promise((resolve, reject) => {
      people.on('line', (line) => {
        this.said.push(line);
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
        if (url !== undefined) resolve(url);
      });
      people.on('close', () => reject(new Error(`the server ended: ${this.said.join('\n')}`)));
    });
    // Not every test waits for it.
    this.#url.catch(() => undefined);
  }

  /** Where it listens, once it does. */
  url(): Promise<string> {
    return this.#url;
  }

  /** Sends a signal. */
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void {
    this.#process.kill(name);
  }
}
