import { RuleBroken, yearOf } from '#kernel';
import { notInFuture } from '#casework';
import { existsOn, type AgencyState } from '../agencies/agency.js';
import { commandOfEvent, type CommandContext } from '../command.js';
import { MOST_FEN } from '../fields.js';
import { entryKinds } from './register-commands.js';
import { registerContribution } from './register-counters.js';
import { itemEntries } from './register-item.js';
import type { Register, RegisterEntry } from './register.js';

/** What deciding about a register may look at besides its history. */
export interface RegisterContext extends CommandContext {
  /** The agency whose register it is. */
  readonly agency: AgencyState;
}

/**
 * Judges a counted entry against the other entries of its register. `at` is the path of its fields in the command.
 * Raises `date-in-future`, `other-year`, `agency-not-existing`, or what its kind raises.
 */
export function assertStanding(
  others: Register,
  entry: RegisterEntry,
  { agency, now }: RegisterContext,
  at = 'body',
): void {
  const { on } = entry.data;
  notInFuture(on, now);
  if (yearOf(on) !== others.year) {
    throw new RuleBroken('other-year', `${at}.on`, `日期 ${on} 不在 ${others.year} 年度`, {
      date: on,
      year: others.year,
    });
  }
  if (!existsOn(agency, on)) {
    throw new RuleBroken('agency-not-existing', `${at}.on`, `机关 ${agency.agencyId} 在 ${on} 不存在`, { date: on });
  }
  const ofKind = others.entries.filter(({ type }) => type === entry.type).map(({ data }) => data);
  commandOfEvent(entryKinds, entry.type).check(ofKind, entry.data, at);
}

/** Raises `sum-too-large` where a sum of the register is beyond what stays exact, in fen as in 万元 (see MOST_FEN). */
export function assertSumsExact(register: Register, at = 'body'): void {
  const tooLarge = itemEntries(registerContribution(register).items).find(([, sum]) => sum > MOST_FEN);
  if (tooLarge === undefined) return;
  throw new RuleBroken('sum-too-large', at, `全年合计超过 ${MOST_FEN}`, { item: tooLarge[0] });
}
