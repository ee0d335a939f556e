import { StoreCorrupt, type RecordedEvent } from '#kernel';
import type { RawEntry } from '#casework';
import { canonicalText, type EventStore } from '#event-store';
import type { InclusionProof, LogTree } from '#integrity';
import { entryOf } from '../desk/read-history.js';
import { eventRegistry } from '../registry.js';

/** Which of the roots that a bundle states proves a stream: at the position of the figures, or at the closing event. */
export type RootName = 'log' | 'closing';

/** A stream as it stood at the position of a tree. */
export interface StreamAsOf {
  readonly events: readonly RecordedEvent[];
  readonly proof: InclusionProof;
}

/**
 * Every event of a stream up to its head in the tree; `null` for a stream that had none. Reading checks the chain. Raises
 * `StoreCorrupt` when the stream does not end in that head.
 */
export async function streamAsOf(store: EventStore, tree: LogTree, stream: string): Promise<StreamAsOf | null> {
  const proof = tree.proofFor(stream);
  if (proof === undefined) return null;
  const events: RecordedEvent[] = [];
  while (events.length <= proof.revision) {
    const max = Math.min(proof.revision + 1 - events.length, PAGE);
    const page = await store.read(stream, { from: events.length, max });
    if (page.length === 0) break;
    events.push(...page);
  }
  if (events.length === proof.revision + 1 && events.at(-1)?.hash === proof.hash) return { events, proof };
  throw new StoreCorrupt('事件流与日志不符', { stream, revision: proof.revision });
}

const PAGE = 500;

/** Its history, payloads in their present version. */
export function historyOf({ events }: StreamAsOf): readonly RawEntry[] {
  return events.map((event) => entryOf(event, eventRegistry));
}

/** Its line in a bundle: the events exactly as they were hashed, and the way from the last one up to a root. */
export function streamLine({ events, proof }: StreamAsOf, root: RootName): object {
  return {
    stream: {
      name: proof.stream,
      root,
      path: proof.path,
      events: events.map(({ id, type, version, revision, data, metadata, hash }) => ({
        id,
        type,
        version,
        revision,
        data: canonicalText(data, () => 'data'),
        metadata: canonicalText(metadata, () => 'metadata'),
        hash,
      })),
    },
  };
}
