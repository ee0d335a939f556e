import { setImmediate as nextTurn } from 'node:timers/promises';
import { BEFORE_ALL, GongkaiError, type Position } from '#kernel';
import { canonicalText } from './canonical-text.js';
import { CHAIN_START, chainHash, type ChainedEvent } from './chain.js';
import type { EventStore } from './port.js';

/** An event with the hash that is to be checked. */
export interface HashedEvent extends ChainedEvent {
  readonly hash: string;
}

/** Consecutive events of a log. */
export interface HashedPage {
  readonly events: readonly HashedEvent[];
  /** The position of one of them, by its index; asked for a damaged one only. */
  readonly positionAt: (index: number) => Position;
}

/** The first thing found that is not what was written. `what` is plain Chinese for an operator. */
export interface Damage {
  readonly what: string;
  readonly stream?: string;
  readonly revision?: number;
  readonly position?: Position;
  /** Page of the file, counted from 1, where the adapter keeps pages and knows which is damaged. */
  readonly page?: number;
  /** Byte in that page, counted from 0, when a single changed byte explains the damage. */
  readonly offset?: number;
}

/** The end of a stream: its last revision, and the hash of that event. */
export interface StreamEnd {
  readonly revision: number;
  readonly hash: string;
}

/** What a verification found. With `damage`, the counts cover what was sound before it. */
export interface Verification {
  readonly streams: number;
  readonly events: number;
  readonly damage?: Damage;
  /** True when every byte of the file was compared with a checksum kept beside it; absent from an adapter without a file. */
  readonly pagesChecked?: boolean;
}

/** How to verify. */
export interface VerifyOptions {
  /** Called after every page with the number of events checked, and the number there are if the adapter knows it. */
  readonly onProgress?: (checked: number, total?: number) => void;
  /** Ends the verification with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Walks the log up to this position only, itself included; default: all of it. */
  readonly upTo?: Position;
  /** Called once at the end with the end of every stream by name, unless damage was found. */
  readonly onEnds?: (ends: ReadonlyMap<string, StreamEnd>) => void;
}

const PAGE = 1000;

/**
 * Walks the log through the port and recomputes every hash chain: finds a changed payload, metadata, type, id or hash, an
 * event removed from the middle or inserted. Holds one line per stream in memory. The removal of a stream's last events
 * leaves a chain whole; only the adapter can see it (SQLite does: positions without a gap, and the acknowledged head).
 */
export function verifyEventStore(store: EventStore, options: VerifyOptions = {}): Promise<Verification> {
  return verifyChains(pagesOf(store, options.upTo), options);
}

/** {@link verifyEventStore} over pages that somebody else reads. A `corrupt` error from a page is damage; any other is raised. */
export async function verifyChains(
  pages: AsyncIterable<HashedPage>,
  { onProgress, onEnds, signal }: VerifyOptions,
  total?: number,
): Promise<Verification> {
  const ends = new Map<string, { revision: number; hash: string }>();
  let events = 0;
  try {
    for await (const page of pages) {
      signal?.throwIfAborted();
      for (let index = 0; index < page.events.length; index++) {
        const event = page.events[index]!;
        const end = ends.get(event.stream);
        const what = fault(event, end);
        const { stream, revision, hash } = event;
        if (what !== undefined) {
          return { streams: ends.size, events, damage: { what, stream, revision, position: page.positionAt(index) } };
        }
        if (end === undefined) ends.set(stream, { revision, hash });
        else {
          end.revision = revision;
          end.hash = hash;
        }
        events++;
      }
      onProgress?.(events, total);
      await nextTurn();
    }
  } catch (error) {
    if (error instanceof GongkaiError && error.kind === 'corrupt') {
      return { streams: ends.size, events, damage: damageOf(error) };
    }
    throw error;
  }
  onEnds?.(ends);
  return { streams: ends.size, events };
}

/** A `corrupt` error as damage. */
export function damageOf({ message, facts }: GongkaiError): Damage {
  const { stream, revision, position, page, offset } = facts;
  return {
    what: message,
    ...(typeof stream === 'string' ? { stream } : {}),
    ...(typeof revision === 'number' ? { revision } : {}),
    ...(typeof position === 'string' ? { position } : {}),
    ...(typeof page === 'number' ? { page } : {}),
    ...(typeof offset === 'number' ? { offset } : {}),
  };
}

function fault(event: HashedEvent, end: StreamEnd | undefined): string | undefined {
  const expected = end === undefined ? 0 : end.revision + 1;
  if (event.revision > expected) return `流中缺少第 ${expected} 号修订`;
  if (event.revision < expected) return `流中第 ${event.revision} 号修订重复`;
  if (chainHash(end?.hash ?? CHAIN_START, event) !== event.hash) return '哈希链不符：该事件或其前一事件被改动';
  return undefined;
}

async function* pagesOf(store: EventStore, upTo: Position | undefined): AsyncGenerator<HashedPage, void, undefined> {
  for (let after = BEFORE_ALL, atEnd = false; !atEnd;) {
    const page = await store.readAll({ after, max: PAGE });
    const events = upTo === undefined ? page.events : page.events.filter(({ position }) => position <= upTo);
    yield {
      events: events.map((event) => ({
        ...event,
        data: canonicalText(event.data, () => 'data'),
        metadata: canonicalText(event.metadata, () => 'metadata'),
      })),
      positionAt: (index) => events[index]!.position,
    };
    ({ next: after, atEnd } = page);
    if (upTo !== undefined && after >= upTo) return;
  }
}
