import { argv, stdout } from 'node:process';
import { runProgram } from './run-program.js';
import { EXIT } from './shell/exit-codes.js';

// A reader that goes away (`gongkai ... | head`) is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? EXIT.ok);
});

await runProgram(argv.slice(2));
