import type { LocalDate } from '#kernel';
import { effectiveEntries, type RawEntry } from '#casework';
import type { AgencyYear } from '../command.js';
import { rectifyRegisterEntry } from './rectifying/rectify-register-entry.js';

/** The register of proactive disclosure (主动公开台账) of one agency and year: its entries as they now stand. */
export interface Register extends AgencyYear {
  /** Counted entries in force, rectifications applied, struck ones left out; in the order of recording. */
  readonly entries: readonly RegisterEntry[];
}

/** A counted entry as rectified. */
export interface RegisterEntry {
  /** Revision at which it was recorded; by it a rectification names the entry. */
  readonly revision: number;
  /** Event type; tells the kind. */
  readonly type: string;
  /** The body of its command. */
  readonly data: EntryData;
}

/** What the bodies of all entries have. */
export interface EntryData {
  readonly on: LocalDate;
  readonly [field: string]: unknown;
}

/** The register that the raw history of its stream leads to. */
export function foldRegister({ agency, year }: AgencyYear, history: readonly RawEntry[]): Register {
  return { agency, year, entries: standingEntries(history).filter(isCounted).map(registerEntry) };
}

/** The history as rectified, with the rectifications that stand. `inspect` as in `effectiveEntries`. */
export function standingEntries(
  history: readonly RawEntry[],
  inspect?: (corrected: RawEntry) => void,
): readonly RawEntry[] {
  return effectiveEntries(history, rectifyRegisterEntry.event.type, inspect);
}

/** Whether an entry is one that is counted, not a rectification. */
export function isCounted({ type }: RawEntry): boolean {
  return type !== rectifyRegisterEntry.event.type;
}

function registerEntry({ type, data, by }: RawEntry): RegisterEntry {
  return { revision: by.revision, type, data: withoutTarget(data as EntryData) };
}

/** A payload without the agency and the year that it is filed under. */
export function withoutTarget({ agency: _agency, year: _year, ...body }: EntryData): EntryData {
  return body;
}

/** The same register with one entry more. */
export function withEntry(register: Register, entry: RegisterEntry): Register {
  return { ...register, entries: [...register.entries, entry] };
}
