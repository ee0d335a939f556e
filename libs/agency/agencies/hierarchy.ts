import { RuleBroken, type LocalDate } from '#kernel';
import { existsOn, parentOn, type AgencyState } from './agency.js';

/** Agencies by id. */
export type Agencies = ReadonlyMap<string, AgencyState>;

/** Raises `agency-not-existing` unless there is an agency `agencyId` on `date`. */
export function assertExists(agencies: Agencies, agencyId: string, date: LocalDate, path: string): void {
  const agency = agencies.get(agencyId);
  if (agency !== undefined && existsOn(agency, date)) return;
  throw new RuleBroken('agency-not-existing', path, `机关 ${agencyId} 在 ${date} 不存在`, { agencyId, date });
}

/**
 * Raises `agency-cycle` if, with `amended` in place of its former state, an agency would stand above itself on `from` or on
 * any later day. The tree changes only on days on which some parent changes: these are the days looked at.
 */
export function assertNoCycle(agencies: Agencies, amended: AgencyState, from: LocalDate, path: string): void {
  const all = new Map(agencies).set(amended.agencyId, amended);
  const changes = [...all.values()].flatMap((agency) => agency.parents.map((parent) => parent.from));
  for (const date of new Set([from, ...changes.filter((change) => change > from)])) {
    const chain = chainAbove(all, amended, date);
    if (chain.at(-1) !== amended.agencyId) continue;
    throw new RuleBroken(
      'agency-cycle',
      path,
      `自 ${date} 起上下级关系成环：${[amended.agencyId, ...chain].join(' → ')}`,
      {
        date,
        agencies: chain,
      },
    );
  }
}

/** Ids of the agencies above `agency` on `date`, nearest first; ends at the top, at an unknown agency, or when it comes back to itself. */
function chainAbove(agencies: Agencies, agency: AgencyState, date: LocalDate): readonly string[] {
  const chain: string[] = [];
  for (let at: AgencyState | undefined = agency; at !== undefined;) {
    const above: string | null = parentOn(at, date);
    if (above === null || chain.includes(above)) break;
    chain.push(above);
    if (above === agency.agencyId) break;
    at = agencies.get(above);
  }
  return chain;
}

/** Ids of the agencies that stand directly below `agencyId` on `from` or on a later day, in the order of their ids. */
export function subordinatesFrom(agencies: Agencies, agencyId: string, from: LocalDate): readonly string[] {
  const isBelow = (agency: AgencyState) => {
    const days = [from, ...agency.parents.map((parent) => parent.from).filter((day) => day > from), agency.foundedOn];
    return days.some((day) => day >= from && existsOn(agency, day) && parentOn(agency, day) === agencyId);
  };
  return [...agencies.values()]
    .filter(isBelow)
    .map((agency) => agency.agencyId)
    .sort();
}
