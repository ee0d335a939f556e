import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const SCRIPT = resolve(import.meta.dirname, '../../../tools/verify-evidence.mjs');

/** What the script said of one bundle. */
export interface ScriptRun {
  readonly exitCode: number;
  readonly text: string;
}

/** Runs the script as its user would. */
export async function runScript(bundle: string | Buffer, ...roots: readonly string[]): Promise<ScriptRun> {
  return inDirectory(async (directory) => {
    const file = join(directory, 'bundle');
    writeFileSync(file, bundle);
    return runScriptWith([file, ...roots]);
  });
}

/** Runs the script with these arguments. */
export function runScriptWith(words: readonly string[]): Promise<ScriptRun> {
  return runNode([SCRIPT, ...words]);
}

/** Runs the script over many bundles in one process: the module anew for each, as if it had been started for it. */
export async function runScriptOverAll(bundles: readonly (string | Buffer)[]): Promise<readonly number[]> {
  return inDirectory(async (directory) => {
    bundles.forEach((bundle, number) => writeFileSync(join(directory, String(number)), bundle));
    const driver = join(directory, 'driver.mjs');
    writeFileSync(
      driver,
      `const codes = [];
       const write = console.log;
       console.log = () => undefined;
       for (let number = 0; number < ${bundles.length}; number++) {
         process.argv = ['node', 'script', ${JSON.stringify(directory)} + '/' + number];
         process.exitCode = undefined;
         await import(${JSON.stringify(pathToFileURL(SCRIPT).href)} + '?' + number);
         codes.push(process.exitCode);
       }
       process.exitCode = 0;
       write(JSON.stringify(codes));`,
    );
    return JSON.parse((await runNode([driver])).text) as readonly number[];
  });
}

/** The bundle with a right seal, whatever its lines say: what a forger sends who knows the format. */
export function resealed(lines: readonly string[]): string {
  const body = lines.map((line) => `${line}\n`).join('');
  return `${body}{"seal":"${createHash('sha256').update(body).digest('hex')}"}\n`;
}

async function inDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'gongkai-evidence-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function runNode(words: readonly string[]): Promise<ScriptRun> {
  return new Promise((done) => {
    const options = { maxBuffer: 1 << 26, env: { PATH: process.env['PATH'] } };
    execFile(process.execPath, words, options, (error, stdout, stderr) => {
      done({ exitCode: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
    });
  });
}
