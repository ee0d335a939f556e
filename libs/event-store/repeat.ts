import { CommandReused, RevisionConflict, type Position } from '#kernel';
import type { Appended } from './port.js';
import type { ContentSignature, PreparedAppend } from './prepare-append.js';

/** What a store knows of an event whose id came again. */
export interface KnownEvent extends ContentSignature {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly type: string;
  readonly version: number;
  /** Canonical text of the payload. */
  readonly data: string;
}

/**
 * The first result, if `append` repeats stored events; `undefined` if none of its ids is known.
 * `known[i]` is the stored event with the id of the i-th event.
 *
 * It is a repetition when every id is known and stream, order, type, version, payload, actor, agency and effective date
 * agree. `now`, `role`, correlation and causation do not count: a client that retries cannot send them again unchanged.
 * Raises `CommandReused` when any of those differs or only a part of the ids is known.
 */
export function repeatOf(append: PreparedAppend, known: readonly (KnownEvent | undefined)[]): Appended | undefined {
  if (known.every((event) => event === undefined)) return undefined;
  const first = known[0];
  let last: KnownEvent | undefined;
  for (const [index, event] of append.events.entries()) {
    const stored = known[index];
    const same =
      stored !== undefined &&
      first !== undefined &&
      stored.stream === append.stream &&
      stored.revision === first.revision + index &&
      stored.type === event.type &&
      stored.version === event.version &&
      stored.data === event.data &&
      stored.actor === append.signature.actor &&
      stored.agency === append.signature.agency &&
      stored.on === append.signature.on;
    if (!same) throw new CommandReused(event.id);
    last = stored;
  }
  return last && { revision: last.revision, position: last.position, written: false };
}

/** Inside the adapters: the last revision of a stream that does not exist. */
export const NO_REVISION = -1;

/** Whether what the writer expects is what the stream holds; `actual` is its last revision or {@link NO_REVISION}. */
export function isExpected(append: PreparedAppend, actual: number): boolean {
  if (append.expected === 'any') return true;
  return append.expected === 'no-stream'
    ? actual === NO_REVISION
    : append.expected === actual && actual !== NO_REVISION;
}

/** The refusal when it is not {@link isExpected}. */
export function conflict({ stream, expected }: PreparedAppend, actual: number): RevisionConflict {
  return new RevisionConflict(
    stream,
    expected === 'any' ? 'no-stream' : expected,
    actual === NO_REVISION ? 'no-stream' : actual,
  );
}
