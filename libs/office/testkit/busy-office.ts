import { addDays, GongkaiError, type Instant, type LocalDate } from '#kernel';
import { currentCase, type StepName } from '#casework';
import { anyBody, anyStep, diceOf, pick } from '../../casework/testkit/random-commands.js';
import type { Office } from '../office.js';
import type { Principal } from '../principal.js';
import type { RequestContext } from '../request.js';
import { caseStream } from '../streams.js';

/** Long after every date of the tests, so that no fact lies in the future. */
export const LATE: Instant = '2035-01-01T00:00:00.000Z';

/** Somebody who may do everything everywhere, in the role that a step asks for. */
export function somebody(role: Principal['role'], staffId = `${role}-1`): Principal {
  return { staffId, role, agencies: '*' };
}

/** A request of the person, under a command id. */
export function request(principal: Principal, commandId: string, now: Instant = LATE): RequestContext {
  return { principal, commandId, now, correlationId: commandId };
}

/** Founds agencies without parents in 2010. */
export async function foundAgencies(office: Office, ids: readonly string[]): Promise<void> {
  for (const agency of ids) {
    const body = { on: '2010-01-01', name: `${agency}人民政府`, level: 'town', parentId: null };
    await office.agencies.record({
      name: 'found-agency',
      agency,
      body,
      request: request(somebody('operator'), `found-${agency}`),
    });
  }
}

/**
 * Tries random commands on random cases of the agencies; what the rules refuse is passed over. `nowOf` says at which instant a
 * turn is recorded. Answers how many were recorded.
 */
export async function keepBusy(
  office: Office,
  agencies: readonly string[],
  seed: number,
  turns: number,
  nowOf: (turn: number) => Instant = () => LATE,
): Promise<number> {
  const dice = diceOf(seed);
  const dates = new Map<string, LocalDate>();
  let recorded = 0;
  for (let turn = 0; turn < turns; turn++) {
    const agency = pick(dice, agencies);
    const caseId = `${agency}-${dice(Math.max(2, Math.floor(turns / 12)))}`;
    const state = currentCase(await office.desk.history(caseStream(caseId)));
    const on = addDays(dates.get(caseId) ?? addDays('2021-01-01', dice(900)), dice(25));
    const step = state === null ? 'receive-application' : anyStep(state, dice);
    dates.set(caseId, on);
    recorded += await attempt(office, {
      step,
      caseId,
      agency,
      body: anyBody(step, state, on, dice),
      id: `${seed}-${turn}`,
      now: nowOf(turn),
    });
  }
  return recorded;
}

interface Attempt {
  readonly step: StepName;
  readonly caseId: string;
  readonly agency: string;
  readonly body: object;
  readonly id: string;
  readonly now: Instant;
}

async function attempt(office: Office, { step, caseId, agency, body, id, now }: Attempt): Promise<number> {
  for (const role of ['handler', 'reviewer'] as const) {
    try {
      await office.cases.record({ step, caseId, agency, body, request: request(somebody(role), id, now) });
      return 1;
    } catch (error) {
      if (!(error instanceof GongkaiError)) throw error;
      if (error.code !== 'role-not-allowed') return 0;
    }
  }
  return 0;
}
