/**
 * The built program in a process that stays: each message brings one command line, each answer is what it left.
 * Starting Nest and a thousand modules for every command of a test would cost most of the suite's time.
 */
import { env, stderr, stdout } from 'node:process';
import { runProgram } from '../../apps/cli/run-program.js';

/** What a message brings. */
export interface CommandLine {
  readonly words: readonly string[];
  /** Set while it runs. */
  readonly env: Readonly<Record<string, string>>;
}

/** Collects what is written to a stream until it is given back. */
function collect(stream: NodeJS.WriteStream): () => string {
  const parts: Uint8Array[] = [];
  const write = stream.write.bind(stream);
  stream.write = (part: string | Uint8Array) => parts.push(typeof part === 'string' ? Buffer.from(part) : part) > 0;
  return () => {
    stream.write = write;
    return Buffer.concat(parts).toString('utf8');
  };
}

process.on('disconnect', () => process.exit());
process.on('message', ({ words, env: more }: CommandLine) => {
  const [endOut, endErr] = [collect(stdout), collect(stderr)];
  const before = { ...env };
  Object.assign(env, more);
  process.exitCode = undefined;
  void runProgram(words).then(() => {
    process.send!({ code: process.exitCode ?? 0, signal: null, stdout: endOut(), stderr: endErr() });
    process.exitCode = undefined;
    for (const name of Object.keys(more)) {
      if (before[name] === undefined) delete env[name];
      else env[name] = before[name];
    }
  });
});
