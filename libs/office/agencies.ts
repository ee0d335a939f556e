import type { LocalDate } from '#kernel';
import type { AgencyPolicy, AgencyState, RegisterEntry, SectionOne } from '#agency';
import type { ToldFact } from '#casework';

/** An agency as others see it; `revision` is its ETag. */
export interface AgencyView {
  readonly agency: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
  readonly jurisdiction: string;
  readonly foundedOn: LocalDate;
  readonly dissolvedOn: LocalDate | null;
  readonly policy: AgencyPolicy;
  readonly revision: number;
  readonly state: AgencyState;
}

/** An entry of a register for people: what kind it is, and every field in plain Chinese. */
export interface RegisterLine extends RegisterEntry {
  readonly label: string;
  readonly facts: readonly ToldFact[];
}

/** Which entries of a register: all of them unless said otherwise. */
export interface RegisterPage {
  /** Opaque; from the previous page. */
  readonly cursor?: string;
  readonly limit?: number;
}

/** The register of one agency and year. */
export interface RegisterView {
  readonly agency: string;
  readonly year: number;
  readonly revision: number;
  /** Those of the page, in the order of recording. */
  readonly entries: readonly RegisterLine[];
  /** Section 一: items published per channel, and in all; of the whole register, whatever the page. */
  readonly published: SectionOne;
  /** Cursor of the next page; `null` on the last. */
  readonly next: string | null;
}
