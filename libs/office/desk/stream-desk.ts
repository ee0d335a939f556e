import {
  CommandReused,
  eventId,
  GongkaiError,
  RevisionConflict,
  validate,
  type EventRegistry,
  type Json,
  type JsonObject,
  type LocalDate,
} from '#kernel';
import type { EventStore } from '#event-store';
import type { RawEntry } from '#casework';
import { commandHash, metadataOf, type Recorded, type RequestContext } from '../request.js';
import { HistoryCache } from './history-cache.js';
import { readHistory } from './read-history.js';

/** One command to one stream, as a desk takes it. */
export interface DeskCommand {
  /** Name of the command; part of its hash. */
  readonly name: string;
  readonly stream: string;
  /** The body as it came, before validation; part of the hash. */
  readonly body: Json;
  readonly request: RequestContext;
  /** May the command be decided anew when somebody else wrote first? */
  readonly commutes: boolean;
  /** Pure: from the raw history to the event, the agency and the effective date. Raises what forbids it. */
  readonly decide: (history: readonly RawEntry[]) => Decided;
}

/** What a decision yields. */
export interface Decided {
  readonly type: string;
  readonly data: object;
  readonly agency: string;
  readonly on: LocalDate;
}

/**
 * Takes commands to streams: load the history, decide, append with the revision read, answer when durable.
 *
 * Guarantees: a command id takes effect once, a repetition answers with the first result; what is answered is durable; a
 * decision is never made on a history that another decision of this process has already outdated: an append on its way
 * counts as history, so commands to one stream may follow each other without waiting for the disk.
 */
export class StreamDesk {
  readonly #cache = new HistoryCache();

  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** The history of a stream, appends on their way included. Empty for an unknown stream. */
  async history(stream: string): Promise<readonly RawEntry[]> {
    const known = this.#cache.get(stream);
    if (known) return known;
    const read = await readHistory(this.store, this.registry, stream);
    return this.#cache.get(stream) ?? this.#cache.set(stream, read);
  }

  /** Records a command; answers when it is durable. */
  async record(command: DeskCommand): Promise<Recorded> {
    return (await this.submit(command)).durable;
  }

  /**
   * Decides at once (the outer promise raises what forbids the command) and answers later when the event is durable
   * (the inner promise). Many submissions may be on their way: they share commits.
   */
  async submit(command: DeskCommand): Promise<{ readonly durable: Promise<Recorded> }> {
    const history = await this.history(command.stream);
    const hash = commandHash(command.name, command.stream, command.body);
    let decided: Decided;
    try {
      this.#assertExpected(command, history);
      decided = command.decide(history);
    } catch (refusal) {
      const first = await this.#firstResult(command, hash, refusal);
      return { durable: Promise.resolve(first) };
    }
    return { durable: this.#append(command, hash, history, decided) };
  }

  #assertExpected({ stream, request: { expectedRevision } }: DeskCommand, history: readonly RawEntry[]): void {
    const actual = history.length - 1;
    if (expectedRevision === undefined || expectedRevision === actual) return;
    throw new RevisionConflict(stream, expectedRevision, actual < 0 ? 'no-stream' : actual);
  }

  async #append(
    command: DeskCommand,
    hash: string,
    history: readonly RawEntry[],
    decided: Decided,
  ): Promise<Recorded> {
    const { stream, request } = command;
    const definition = this.registry.get(decided.type);
    const id = eventId(request.commandId, 0);
    const data = validate(definition.schema, decided.data) as JsonObject;
    const metadata = metadataOf(request, decided.agency, decided.on, hash);
    const expected = history.length === 0 ? 'no-stream' : history.length - 1;
    const appending = this.store.append(stream, expected, [{ id, type: decided.type, version: definition.version, data }], metadata);
    const by = { revision: history.length, actor: metadata.actor, role: metadata.role, recordedAt: metadata.now };
    this.#cache.set(stream, [...history, { type: decided.type, data, by }]);
    try {
      const { revision, position, written } = await appending;
      if (!written) this.#cache.forget(stream);
      return { stream, eventId: id, type: decided.type, revision, position, repeated: !written };
    } catch (failure) {
      this.#cache.forget(stream);
      if (!(failure instanceof RevisionConflict)) throw failure;
      // Ours is a stale view of the stream. Without If-Match the caller asked for no particular revision.
      if (command.commutes && request.expectedRevision === undefined) return this.record(command);
      throw failure;
    }
  }

  /** A refused command may be the repetition of one that succeeded: then the first result is its answer. */
  async #firstResult(command: DeskCommand, hash: string, refusal: unknown): Promise<Recorded> {
    if (!(refusal instanceof GongkaiError)) throw refusal;
    const id = eventId(command.request.commandId, 0);
    for (let from = 0; ; ) {
      const page = await this.store.read(command.stream, { from });
      const found = page.find((event) => event.id === id);
      if (found) {
        if (found.metadata.commandHash !== hash) throw new CommandReused(id);
        const { revision, position, type } = found;
        return { stream: command.stream, eventId: id, type, revision, position, repeated: true };
      }
      if (page.length === 0) throw refusal;
      from += page.length;
    }
  }
}
