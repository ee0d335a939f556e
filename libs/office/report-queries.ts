import { Command, Query } from '@nestjs/cqrs';
import type { AnnualReport, GeneratedSentence } from '#annual-report';
import type { Narrative, PartDraft, StaleOverride, TableScope } from '#agency';
import type { Principal } from './principal.js';
import type { ReportVersion } from './reports/report-contents.js';
import type { Recorded, RequestContext } from './request.js';

/** The answer to a command to the words of a report. */
export interface ReportRecorded extends Recorded {
  /** Of an issue: what is amiss with what was issued without forbidding it, in Chinese; otherwise empty. */
  readonly warnings: readonly string[];
}

/** Writes into the words of a report, or issues it. `name` is one of `narrativeCommands`. */
export class RecordReportCommand extends Command<ReportRecorded> {
  constructor(
    readonly name: string,
    readonly agency: string,
    readonly year: number,
    readonly body: unknown,
    readonly request: RequestContext,
  ) {
    super();
  }
}

/**
 * The annual report: the version issued last or the one asked for; without any, or for `draft`, the working draft of the closed
 * edition's figures, or of the present ones; of a level or region, of the sum of its members. Raises `not-found`, `outside-scope`; for
 * a level or region also `not-in-tree`, `agency-tree-cycle`, `sum-too-large`.
 */
export class GetAnnualReport extends Query<AnnualReport> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly version: ReportVersion,
    readonly principal: Principal,
    readonly scope: TableScope = 'own',
  ) {
    super();
  }
}

/** The words of a report: every version of every part with its author, overrides with reasons, drafts, what was issued. */
export interface NarrativeView extends Narrative {
  /** Revision of the last entry, its ETag; -1 while nothing is written. */
  readonly revision: number;
  /** The sentences as generated now, whether overridden or not. */
  readonly sentences: readonly GeneratedSentence[];
  readonly drafts: readonly PartDraft[];
  readonly stale: readonly StaleOverride[];
}

/** Reads the words of a report with their history. Raises `not-found`, `outside-scope`. */
export class GetNarrative extends Query<NarrativeView> {
  constructor(
    readonly agency: string,
    readonly year: number,
    readonly principal: Principal,
  ) {
    super();
  }
}
