import { commandOfEvent, type AgencyYear } from '../command.js';
import { entryKinds } from './register-commands.js';
import type { RegisterItems } from './register-item.js';
import type { Register } from './register.js';

/** What one register adds to the counters, keyed (agency, year, item). */
export interface RegisterCounters extends AgencyYear {
  readonly items: RegisterItems;
}

/**
 * The counters of a register, all of them integers. Depends on the entries, not on their order. A reader that keeps the
 * counters replaces those of (agency, year) as a whole: a balance is no sum over entries, and a counter may vanish.
 * Raises `unknown-event-type` (kind corrupt).
 */
export function registerContribution({ agency, year, entries }: Register): RegisterCounters {
  const byType = Map.groupBy(entries, (entry) => entry.type);
  const items = [...byType].map(([type, ofKind]) =>
    commandOfEvent(entryKinds, type).count(ofKind.map((entry) => entry.data)),
  );
  return { agency, year, items: Object.assign({}, ...items) as RegisterItems };
}
