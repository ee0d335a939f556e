import type { EventStore } from '#event-store';
import type { FoldContext } from '../generation/fold-page.js';
import type { Warn } from '../warning.js';

/** What all loops of a runner share. */
export interface LoopContext {
  readonly store: EventStore;
  readonly fold: FoldContext;
  /** Events scanned per page, and so at most per transaction. */
  readonly batchSize: number;
  /** Milliseconds before the second attempt after a passing fault; doubled up to half a minute while nothing moves. */
  readonly retryAfterMs: number;
  readonly warn: Warn;
}
