import type { LocalDate } from '#kernel';
import { existsOn, parentOn, type AgencyState } from '../agency.js';
import type { Agencies } from '../hierarchy.js';

/**
 * The body that stands in the place of each dissolved one at the end of `year`, by the id of the dissolved one: its successor, else
 * the body that it stood under last; if that one is gone too, the heir of that one. A body without either has none: `null`.
 *
 * Cases go on under the id by which they were registered. With the heir they stay in the same totals for as long as they count, so
 * that nothing is lost in the year of the reorganisation or carried out without being carried in (DR 4, docs/adr/0015-scopes.md).
 */
export function heirsAtEndOf(agencies: Agencies, year: number): ReadonlyMap<string, string | null> {
  const end = `${year}-12-31` as LocalDate;
  return new Map(
    [...agencies.values()]
      .filter(({ dissolution }) => dissolution !== null && dissolution.on <= end)
      .map((gone) => [gone.agencyId, heirOf(gone, agencies, end)]),
  );
}

function heirOf(gone: AgencyState, agencies: Agencies, end: LocalDate): string | null {
  const passed = new Set<string>();
  for (let at: AgencyState | undefined = gone; at !== undefined && !passed.has(at.agencyId);) {
    if (existsOn(at, end)) return at.agencyId;
    passed.add(at.agencyId);
    const next = nextAfter(at);
    at = next === null ? undefined : agencies.get(next);
  }
  return null;
}

/** Parents are kept by date and none is stated after the dissolution: the last one is the one that it stood under. */
function nextAfter(gone: AgencyState): string | null {
  if (gone.dissolution === null) return null;
  return gone.dissolution.successorId ?? parentOn(gone, gone.dissolution.on);
}
