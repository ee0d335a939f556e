import { StoreCorrupt, type Position } from '#kernel';
import { verifyEventStore, type EventStore, type Verification, type VerifyOptions } from '#event-store';
import { LogTree } from './log-tree.js';

/** What a verification of a log found, and the tree over what it verified; `null` when there is damage. */
export interface LogVerification extends Verification {
  readonly tree: LogTree | null;
}

/** A log that can verify more than its chains (SQLite: the file). */
interface SelfVerifying {
  verify(options: VerifyOptions): Promise<Verification>;
}

/**
 * Verifies a log up to a position (default: its end) and takes its root, in one pass. Damage is an answer, not an error. The root is
 * that of the chains just recomputed. Raises what reading the log raises, or the reason of the signal.
 */
export async function verifyLog(
  store: EventStore,
  { position, ...options }: Omit<VerifyOptions, 'upTo' | 'onEnds'> & { readonly position?: Position } = {},
): Promise<LogVerification> {
  const upTo = position ?? (await readableHead(store));
  let tree: LogTree | null = null;
  const whole: VerifyOptions =
    upTo === undefined ? options : { ...options, upTo, onEnds: (ends) => (tree = new LogTree(upTo, ends)) };
  const found = await (isSelfVerifying(store) ? store.verify(whole) : verifyEventStore(store, whole));
  return { ...found, tree };
}

/** The end of the log; `undefined` where it cannot be read for damage, which the verification then locates. */
async function readableHead(store: EventStore): Promise<Position | undefined> {
  try {
    return await store.head();
  } catch (error) {
    if (error instanceof StoreCorrupt) return undefined;
    throw error;
  }
}

function isSelfVerifying(store: EventStore): store is EventStore & SelfVerifying {
  return 'verify' in store && typeof store.verify === 'function';
}
