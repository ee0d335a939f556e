/**
 * The office that is killed: `office-worker.ts DIRECTORY ROUND CLIENTS`. Each client takes case after case through its life, with the
 * views following in the same process. Says `ready`, then `done STREAM REVISION` after each acknowledged step.
 */
import { writeSync } from 'node:fs';
import { caseStream, openOffice } from '#office';
import { currentCase, type StepName } from '#casework';
import { addDays, GongkaiError, type LocalDate } from '#kernel';
import { anyBody, anyStep, diceOf, type Dice } from '../../libs/casework/testkit/random-commands.js';
import { foundAgencies, request, somebody } from '../../libs/office/testkit/busy-office.js';
import { KILL_AGENCY } from './office-kill.js';

const say = (line: string): void => void writeSync(1, `${line} .\n`);
const [directory, round, clients] = process.argv.slice(2);
const office = await openOffice({ dataDir: directory! });
await foundAgencies(office, [KILL_AGENCY]);
say('ready');
await Promise.all(
  Array.from({ length: Number(clients) }, (_, client) =>
    work(`${round}-${client}`, diceOf(Number(round) * 1000 + client + 1)),
  ),
);

/** Random steps on one case after another, without end. What the rules refuse is tried otherwise. */
async function work(name: string, dice: Dice): Promise<void> {
  for (let number = 0; ; number++) {
    const caseId = `kill-${name}-${number}`;
    let on: LocalDate = addDays('2021-01-01', dice(1200));
    for (let turn = 0; turn < 15; turn++) {
      const state = currentCase(await office.desk.history(caseStream(caseId)));
      const step = state === null ? 'receive-application' : anyStep(state, dice);
      on = addDays(on, dice(12));
      await attempt(caseId, step, anyBody(step, state, on, dice), `${caseId}-${turn}`);
    }
  }
}

async function attempt(caseId: string, step: StepName, body: object, commandId: string): Promise<void> {
  const role = step === 'review-decision' ? 'reviewer' : 'handler';
  try {
    const { stream, revision } = await office.cases.record({
      step,
      caseId,
      agency: KILL_AGENCY,
      body,
      request: request(somebody(role), commandId),
    });
    say(`done ${stream} ${revision}`);
  } catch (error) {
    if (!(error instanceof GongkaiError) || error.kind === 'unavailable') throw error;
  }
}
