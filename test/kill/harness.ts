import { setTimeout as wait } from 'node:timers/promises';
import { checkLog, type LogChecked } from './check-log.js';
import type { KillCommand } from './kill-load.js';
import { startWorker } from './worker-process.js';

/** What to do how often. */
export interface KillPlan {
  readonly file: string;
  readonly rounds: number;
  readonly clients: number;
  /** Numbers from 0 to 1; seeded, so that a plan can be repeated. The moment of the kill in the worker remains the machine's. */
  readonly random: () => number;
  readonly onRound?: (round: KillRound) => void;
}

/** One kill and what was found. */
export interface KillRound extends LogChecked {
  readonly round: number;
  /** Milliseconds from the moment counted from to the kill. */
  readonly killedAfter: number;
  /** Whether the kill was timed from the opening of the log, not from the first append. */
  readonly whileOpening: boolean;
  readonly acknowledged: number;
  readonly unacknowledged: number;
}

/** Milliseconds. Opening a log takes a few, more after a kill. */
const LONGEST_RUN = 250;
const LONGEST_OPENING = 25;

/** Kills a worker again and again on one log. Raises at the first broken guarantee. */
export async function killRounds(plan: KillPlan): Promise<readonly KillRound[]> {
  const acknowledged = new Map<string, KillCommand>();
  const rounds: KillRound[] = [];
  for (let round = 1; round <= plan.rounds; round++) {
    const whileOpening = round % 5 === 0;
    const killedAfter = Math.floor(plan.random() * (whileOpening ? LONGEST_OPENING : LONGEST_RUN));
    const { sent, done } = await killOnce(plan, round, killedAfter, whileOpening);
    for (const commandId of done) acknowledged.set(commandId, sent.get(commandId)!);
    const unacknowledged = [...sent.values()].filter(({ commandId }) => !done.has(commandId));
    const checked = await checkLog(plan.file, acknowledged.values(), unacknowledged);
    for (const command of unacknowledged) acknowledged.set(command.commandId, command);
    const result: KillRound = {
      round,
      killedAfter,
      whileOpening,
      acknowledged: done.size,
      unacknowledged: unacknowledged.length,
      ...checked,
    };
    rounds.push(result);
    plan.onRound?.(result);
  }
  return rounds;
}

async function killOnce(plan: KillPlan, round: number, killedAfter: number, whileOpening: boolean) {
  const worker = startWorker(plan.file, round, plan.clients);
  await (whileOpening ? worker.opening : worker.ready);
  await wait(killedAfter);
  worker.kill();
  await worker.gone;
  if (worker.told.failed.size > 0) throw new Error(`the worker was refused: ${[...worker.told.failed].join(' ')}`);
  return worker.told;
}
