import type { Position } from '#kernel';
import type { ProjectionFault } from './projection-errors.js';

/**
 * `starting`: its file is being opened. `catching-up`: folding what is in the log already, or waiting to try again after
 * `lastError`. `live`: was at the end of the log. `stopped`: by the operator or not started. `failed`: at `lastError`,
 * until a restart.
 */
export type ProjectionState = 'starting' | 'catching-up' | 'live' | 'stopped' | 'failed';

/** How a projection is doing. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly state: ProjectionState;
  /** Everything up to here is in the rows. */
  readonly checkpoint: Position;
  /** Events folded since the beginning of the log. */
  readonly events: number;
  /** The newest event, read from the log itself at the time of asking; undefined when the log does not answer. */
  readonly head: Position | undefined;
  /** Whether the checkpoint lies before the head, or the head is not known. A subscription that died cannot hide it. */
  readonly behind: boolean;
  /** Milliseconds since a status first saw a head that is still not reached; 0 when it is reached. */
  readonly behindForMs: number;
  /** Why it failed, or why it is trying again. */
  readonly lastError: ProjectionFault | undefined;
}
