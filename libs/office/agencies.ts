import type { LocalDate } from '#kernel';
import type { AgencyPolicy, AgencyState, RegisterEntry, SectionOne } from '#agency';

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

/** The register of one agency and year. */
export interface RegisterView {
  readonly agency: string;
  readonly year: number;
  readonly revision: number;
  readonly entries: readonly RegisterEntry[];
  /** Section 一: items published per channel, and in all. */
  readonly published: SectionOne;
}
