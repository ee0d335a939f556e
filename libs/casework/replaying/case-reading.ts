import type { Instant, LocalDate } from '#kernel';
import type { Case } from '../case.js';
import type { ClockReading } from '../legal-clock.js';
import type { StepName } from '../steps.js';
import type { ToldFact } from '../telling/fact.js';
import type { ReadingPoint } from './reading-point.js';

/** One entry as it reads at the point. */
export interface EntryReading {
  /** Revision in the log; of a step supplied afterwards, that of the rectification that supplied it. */
  readonly revision: number;
  /** Place among the steps that the rectification supplied, from 1; `null` for an entry of the log itself. */
  readonly supplied: number | null;
  readonly type: string;
  readonly label: string;
  /** Effective date as it reads at the point. */
  readonly on: LocalDate;
  readonly recordedAt: Instant;
  /** Staff id. */
  readonly actor: string;
  /** Revisions of the rectifications that correct or strike it, as known at the point; empty as recorded. */
  readonly amendedBy: readonly number[];
  readonly voidedBy: readonly number[];
  /** What it says, as it reads at the point. */
  readonly facts: readonly ToldFact[];
}

/** A document that an entry names: by its number, by the hash of its bytes, or by both. */
export interface DocumentReading {
  readonly revision: number;
  readonly type: string;
  /** What the entry is, Chinese. */
  readonly label: string;
  /** Effective date of the entry. */
  readonly on: LocalDate;
  /** Where in the payload, such as `evidence[0].document`. */
  readonly path: string;
  readonly number: string | null;
  readonly sha256: string | null;
}

/** A case as it reads from one point. */
export interface CaseReading {
  readonly point: ReadingPoint;
  readonly status: Case['status'];
  /** Plain Chinese. */
  readonly statusLabel: string;
  readonly state: Case;
  readonly allowedSteps: readonly { readonly step: StepName; readonly label: string; readonly article: string }[];
  /** In effective order, rectifications and struck entries included. */
  readonly entries: readonly EntryReading[];
  /** In the order of the entries that stand. */
  readonly documents: readonly DocumentReading[];
  readonly clock: ClockReading;
}
