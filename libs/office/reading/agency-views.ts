import type { LocalDate } from '#kernel';
import { policyOn, registerContribution, sectionOneOf, type AgencyState, type Register } from '#agency';
import type { AgencyView, RegisterView } from '../agencies.js';

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

/** A register with its counts per channel. */
export function registerView({
  register,
  revision,
}: {
  readonly register: Register;
  readonly revision: number;
}): RegisterView {
  return {
    agency: register.agency,
    year: register.year,
    revision,
    entries: register.entries,
    published: sectionOneOf(registerContribution(register)),
  };
}
