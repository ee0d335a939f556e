import {
  BEFORE_ALL,
  StoreUnavailable,
  type CommandMetadata,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '#kernel';
import { CHAIN_START, chainHash } from '../chain.js';
import { passes } from '../filter.js';
import { follow } from '../follow.js';
import { firstRevision, pageSize } from '../page-options.js';
import type { Appended, EventStore, ExpectedRevision, LogPage } from '../port.js';
import { numberOf, positionOf } from '../positions.js';
import { prepareAppend, type PreparedAppend } from '../prepare-append.js';
import { conflict, isExpected, repeatOf, type KnownEvent } from '../repeat.js';
import { WakeUp } from '../wake-up.js';

/** An event as this adapter keeps it: JSON as text, parsed anew for each reader, so that no reader can alter the store. */
type StoredEvent = Omit<RecordedEvent, 'data' | 'metadata'> & KnownEvent & { readonly metadata: string };

/** The log in memory, for tests: every guarantee of the port but durability, and as strict as the durable adapters. */
export class MemoryEventStore implements EventStore {
  readonly #log: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #byId = new Map<string, StoredEvent>();
  readonly #wakeUp = new WakeUp();
  #closed = false;

  async read(
    stream: string,
    options: { readonly from?: number; readonly max?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    this.#refuseWhenClosed();
    const from = firstRevision(options.from);
    const max = pageSize(options.max);
    return (this.#streams.get(stream) ?? []).slice(from, from + max).map(recorded);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    metadata: CommandMetadata,
  ): Promise<Appended> {
    this.#refuseWhenClosed();
    const append = prepareAppend(stream, expected, events, metadata);
    const repeated = repeatOf(
      append,
      append.events.map((event) => this.#byId.get(event.id)),
    );
    if (repeated) return repeated;
    const stored = this.#streams.get(stream) ?? [];
    if (!isExpected(append, stored.length - 1)) throw conflict(append, stored.length - 1);
    this.#streams.set(stream, stored);
    this.#write(append, stored);
    this.#wakeUp.ring();
    return { revision: stored.length - 1, position: positionOf(this.#log.length), written: true };
  }

  async readAll(options: Parameters<EventStore['readAll']>[0] = {}): Promise<LogPage> {
    this.#refuseWhenClosed();
    const after = numberOf(options.after ?? BEFORE_ALL);
    const scanned = this.#log.slice(after, after + pageSize(options.max));
    return {
      events: scanned.filter((event) => passes(options.filter, event)).map(recorded),
      next: positionOf(after + scanned.length),
      atEnd: after + scanned.length >= this.#log.length,
    };
  }

  subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncIterable<LogPage> {
    return follow(this, options, { wakeUp: this.#wakeUp });
  }

  async head(): Promise<Position> {
    this.#refuseWhenClosed();
    return positionOf(this.#log.length);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wakeUp.ring();
  }

  #write(append: PreparedAppend, stored: StoredEvent[]): void {
    const { stream, metadata, signature } = append;
    const { actor, agency, on } = signature;
    for (const event of append.events) {
      const revision = stored.length;
      const position = positionOf(this.#log.length + 1);
      const hash = chainHash(stored.at(-1)?.hash ?? CHAIN_START, { ...event, stream, revision, metadata });
      const whole: StoredEvent = { ...event, stream, revision, position, metadata, hash, actor, agency, on };
      stored.push(whole);
      this.#log.push(whole);
      this.#byId.set(event.id, whole);
    }
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable('store-closed', '事件库已关闭');
  }
}

function recorded({ id, type, version, stream, revision, position, hash, data, metadata }: StoredEvent): RecordedEvent {
  return {
    id,
    type,
    version,
    stream,
    revision,
    position,
    data: JSON.parse(data) as RecordedEvent['data'],
    metadata: JSON.parse(metadata) as CommandMetadata,
    hash,
  };
}
