import type { CommandMetadata, NewEvent, Position, RecordedEvent } from '#kernel';

/** What the writer believes the stream to hold: its last revision, that it does not exist, or `any` (no belief). */
export type ExpectedRevision = number | 'no-stream' | 'any';

/** The place that an append took. */
export interface Appended {
  /** Revision of the last event of this append. */
  readonly revision: number;
  /** Position of the last event of this append. */
  readonly position: Position;
  /** False when the same event ids were already stored with the same content and the first result is repeated. */
  readonly written: boolean;
}

/** Narrows a read of the log. Both lists are exact event types; a type in neither list passes unless `types` is given. */
export interface LogFilter {
  readonly types?: readonly string[];
  /** Left out. Unknown types still come through, so that a reader can stop at them. */
  readonly exceptTypes?: readonly string[];
  /** Only streams whose name starts with this. */
  readonly streamPrefix?: string;
}

/** One page of the global log. */
export interface LogPage {
  readonly events: readonly RecordedEvent[];
  /** Read on from here. It lies behind everything scanned, also behind events that the filter left out. */
  readonly next: Position;
  /** True when nothing was visible behind `next` at the time of reading. */
  readonly atEnd: boolean;
}

/**
 * The log. Guarantees, kept by every adapter and checked by the contract suite (contract/):
 *
 * - The expected revision is checked against the stored one.
 * - An append is all or nothing, durable before it answers, and idempotent by event id: the same ids with the same content
 *   answer with the first result; the same ids with another content raise `CommandReused`; a part of the ids known raises it too.
 * - An answer that did not come is `OutcomeUnknown`, never "failed".
 * - Positions compare lexically, strictly increase, and no event becomes visible behind one already read.
 * - The order of events of different streams carries no meaning for any result.
 */
export interface EventStore {
  /** A page of a stream in order of revision, from `from` (default 0), at most `max` (default 500). An unknown stream is an empty page. */
  read(stream: string, options?: { readonly from?: number; readonly max?: number }): Promise<readonly RecordedEvent[]>;

  /**
   * Appends at least one event. Raises `RevisionConflict`, `CommandReused`, `StoreUnavailable`, `OutcomeUnknown`,
   * or `event-too-large` / `not-canonical` (kind invalid) before anything is written.
   */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    metadata: CommandMetadata,
  ): Promise<Appended>;

  /** A page of the global log behind `after` (default: from the start), scanning at most `max` events (default 500). */
  readAll(options?: {
    readonly after?: Position;
    readonly max?: number;
    readonly filter?: LogFilter;
  }): Promise<LogPage>;

  /**
   * Every page behind `after`, then every new one as it becomes visible, until `signal` aborts (the iteration then ends
   * without an error). Pulled: the adapter reads no further than the consumer asks. Empty pages move `next` over filtered events.
   */
  subscribe(options: {
    readonly after?: Position;
    readonly filter?: LogFilter;
    readonly max?: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<LogPage>;

  /** The position of the newest visible event; `BEFORE_ALL` for an empty log. */
  head(): Promise<Position>;

  /** Waits for what was accepted to be durable, refuses what comes later with `StoreUnavailable`, and lets go of the file. */
  close(): Promise<void>;
}
