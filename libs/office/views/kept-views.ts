import { GongkaiError, StoreUnavailable, type Position } from '#kernel';
import type { EventStore } from '#event-store';
import { keptViewStatus, openViewsReadOnly, type ProjectionStatus, type ReadOnlyViews, type View } from '#projections';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import { caseloadProjection } from './caseload.js';
import type { OfficeViews, ViewName, ViewWait } from './office-views.js';
import { statisticsProjection } from './statistics.js';

const POLL_MS = 50;
const PATIENCE_MS = 5_000;
const BOTH: readonly ViewName[] = ['statistics', 'caseload'];

/** The read models in a directory to look at: another process keeps them up to date, or did. Takes no lock. */
export class KeptViews implements OfficeViews {
  readonly #opened: ReadOnlyViews;
  readonly #caseload;
  readonly statistics: View;
  readonly caseload: View;

  constructor(
    directory: string,
    private readonly store: EventStore,
    private readonly calendars: CalendarsInForce,
  ) {
    this.#opened = openViewsReadOnly(directory);
    this.#caseload = caseloadProjection(calendars.shipped);
    this.statistics = this.#opened.view(statisticsProjection);
    this.caseload = this.#opened.view(this.#caseload);
  }

  /** As seen from outside; see `keptViewStatus`. */
  status(): Promise<readonly ProjectionStatus[]> {
    return Promise.all([
      keptViewStatus(this.statistics, statisticsProjection, this.store),
      keptViewStatus(this.caseload, this.#caseload, this.store),
    ]);
  }

  /** Looks until the other process has come so far. Raises `projection-behind` (kind unavailable). */
  async waitFor(position: Position, { timeoutMs = PATIENCE_MS, names = BOTH }: ViewWait = {}): Promise<void> {
    for (let waited = 0; !names.every((name) => hasReached(this[name], position));) {
      if (waited >= timeoutMs) {
        throw new StoreUnavailable('projection-behind', '统计视图落后于日志；请启动服务，或稍后重试');
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      waited += POLL_MS;
    }
    // The writer may have recorded a calendar version that the rows already follow.
    await this.calendars.refresh();
  }

  close(): void {
    this.#opened.close();
  }
}

/** A view that is not there yet has reached nothing: the other process may be building it. */
function hasReached(view: View, position: Position): boolean {
  try {
    return view.position() >= position;
  } catch (error) {
    if (error instanceof GongkaiError && error.code === 'view-missing') return false;
    throw error;
  }
}
