import { runUntilSignal } from './run-until-signal.js';

await runUntilSignal();
