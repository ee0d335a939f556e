import type { LocalDate } from '#kernel';
import { policyOn, type AgencyState } from '#agency';
import type { AgencyView } from '../agencies.js';

/** Behind every date: what holds last. */
const LAST = '9999-12-31' as LocalDate;

/** An agency as it stands after everything recorded. */
export function agencyView({
  state,
  revision,
}: {
  readonly state: AgencyState;
  readonly revision: number;
}): AgencyView {
  return {
    agency: state.agencyId,
    name: state.names.at(-1)?.value ?? state.agencyId,
    level: state.level,
    parent: state.parents.at(-1)?.value ?? null,
    jurisdiction: state.jurisdiction,
    foundedOn: state.foundedOn,
    dissolvedOn: state.dissolution?.on ?? null,
    policy: policyOn(state, LAST),
    revision,
    state,
  };
}
