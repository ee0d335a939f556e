import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { argv, stdout } from 'node:process';
import { CliModule } from './cli.module.js';
import { HelpShown } from './shell/commander-faults.js';
import { EXIT, exitCodeOf } from './shell/exit-codes.js';
import { withGlobalsLast } from './shell/global-options.js';
import { printError } from './shell/print-error.js';

const [node, script, ...words] = argv as [string, string, ...string[]];
process.argv = [node, script, ...withGlobalsLast(words)];
const style = { json: words.includes('--json'), debug: words.includes('--debug') };

/** Ends the program with what a command raised. The exit code is set, not forced, so that what was printed gets out. */
function fail(error: unknown): void {
  if (error instanceof HelpShown) return;
  printError(error, style);
  process.exitCode = exitCodeOf(error);
}

// A reader that goes away (`gongkai ... | head`) is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? EXIT.ok);
});

try {
  await CommandFactory.run(CliModule, { logger: false, serviceErrorHandler: fail, abortOnError: false });
} catch (error) {
  fail(error);
}
