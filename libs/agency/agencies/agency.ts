import type { LocalDate } from '#kernel';
import type { Jurisdiction } from '#calendar';
import type { AgencyLevel } from './level.js';
import { DEFAULT_AGENCY_POLICY, type AgencyPolicy, type PolicyChanges } from './policy.js';
import { valueOn, type ByDate } from './valid-by-date.js';

/** An agency, folded from its stream. Name, parent and policy are kept by date: which one holds depends on the year asked for. */
export interface AgencyState {
  readonly agencyId: string;
  readonly level: AgencyLevel;
  /** Whose working-day calendar its clocks use. */
  readonly jurisdiction: Jurisdiction;
  readonly foundedOn: LocalDate;
  readonly dissolution: Dissolution | null;
  readonly names: ByDate<string>;
  /** Id of the agency above; `null` while there is none. */
  readonly parents: ByDate<string | null>;
  readonly policies: ByDate<PolicyChanges>;
}

/** The end of an agency. */
export interface Dissolution {
  /** The first day on which the agency no longer exists. */
  readonly on: LocalDate;
  /** The agency that took over its duties, where one did. */
  readonly successorId: string | null;
}

/** Whether the agency exists on `date`: from the day of founding to the day before dissolution. */
export function existsOn(agency: AgencyState, date: LocalDate): boolean {
  return agency.foundedOn <= date && (agency.dissolution === null || date < agency.dissolution.on);
}

/** The name that the agency bears on `date`; before its founding the first one, after dissolution the last one. */
export function nameOn(agency: AgencyState, date: LocalDate): string {
  return valueOn(agency.names, date) ?? agency.names[0]!.value;
}

/** Id of the agency above on `date`; `null` where there is none or the agency does not exist yet. */
export function parentOn(agency: AgencyState, date: LocalDate): string | null {
  return valueOn(agency.parents, date) ?? null;
}

/** The policy that holds on `date`: the default, changed by every statement up to that day. */
export function policyOn(agency: AgencyState, date: LocalDate): AgencyPolicy {
  return agency.policies
    .filter(({ from }) => from <= date)
    .reduce((policy, { value }) => ({ ...policy, ...value }), DEFAULT_AGENCY_POLICY);
}
