import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module.js';
import { HelpShown } from './shell/commander-faults.js';
import { exitCodeOf } from './shell/exit-codes.js';
import { withGlobalsLast } from './shell/global-options.js';
import { printError } from './shell/print-error.js';

/**
 * Runs `gongkai` with these words, to its end. Never throws: what a command raises is printed. The exit code is set
 * (`process.exitCode`), not forced, so that what was printed gets out.
 */
export async function runProgram(words: readonly string[]): Promise<void> {
  const style = {
    json: words.includes('--json'),
    logJson: words.includes('--log-json'),
    debug: words.includes('--debug'),
  };
  const fail = (error: unknown): void => {
    if (error instanceof HelpShown) return;
    printError(error, style);
    process.exitCode = exitCodeOf(error);
  };
  // nest-commander reads the words from here.
  process.argv = [...process.argv.slice(0, 2), ...withGlobalsLast(words)];
  try {
    await CommandFactory.run(CliModule, { logger: false, serviceErrorHandler: fail, abortOnError: false });
  } catch (error) {
    fail(error);
  }
}
