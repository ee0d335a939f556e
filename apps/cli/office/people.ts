import { validate, type Principal } from '#kernel';
import { staffIdSchema } from '#casework';
import { systemClock, type RequestContext } from '#office';
import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import { required } from '../shell/parse.js';

/** Who looks from the command line: whoever can read the files may read everything in them. */
export const ONLOOKER: Principal = { staffId: 'cli', role: 'auditor', agencies: '*' };

/** Who records from the command line unless told otherwise. */
const DEFAULT_ACTOR = 'operator';

/** An operator's command from the command line, now. `actor`: `--actor`, else `GONGKAI_ACTOR`, else `operator`. */
export function operatorRequest(actor: string | undefined): RequestContext {
  return requestOf('operator', actor ?? (env['GONGKAI_ACTOR'] || DEFAULT_ACTOR));
}

/** What only a head may do, in a name that was given: `--actor`, else `GONGKAI_ACTOR`. Raises `UsageFault` without one. */
export function headRequest(actor: string | undefined): RequestContext {
  return requestOf('head', required('--actor', actor ?? (env['GONGKAI_ACTOR'] || undefined)));
}

function requestOf(role: Principal['role'], actor: string): RequestContext {
  const staffId = validate(staffIdSchema, actor, '--actor');
  const commandId = `${staffId}:${randomUUID()}`;
  return {
    principal: { staffId, role, agencies: '*' },
    commandId,
    now: systemClock.now(),
    correlationId: commandId,
  };
}
