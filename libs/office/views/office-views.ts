import type { Position } from '#kernel';
import type { ProjectionStatus, View, WaitOptions } from '#projections';

/** The read models by name. */
export type ViewName = 'statistics' | 'caseload';

/** How long to wait, and for which views; for both unless told otherwise. */
export interface ViewWait extends WaitOptions {
  readonly names?: readonly ViewName[];
}

/** The read models of the office, whoever keeps them up to date: this process, or another one that this one only looks at. */
export interface OfficeViews {
  readonly statistics: View;
  readonly caseload: View;
  /** Resolves when everything up to `position` is in them. Raises `projection-failed`, `projection-behind` (kind unavailable). */
  waitFor(position: Position, options?: ViewWait): Promise<void>;
  /** How each of them is doing, measured against the log. Never shows payloads. */
  status(): Promise<readonly ProjectionStatus[]>;
}
