import { GongkaiError } from '#kernel';
import { runUntilSignal } from './run-until-signal.js';

try {
  await runUntilSignal();
} catch (error) {
  // What is meant for people is said in one line; anything else is a fault of ours, with its stack.
  if (!(error instanceof GongkaiError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
