import {
  CommandReused,
  eventId,
  RevisionConflict,
  validate,
  type EventRegistry,
  type Json,
  type JsonObject,
  type LocalDate,
} from '#kernel';
import type { Appended, EventStore } from '#event-store';
import type { RawEntry } from '#casework';
import { commandHash, metadataOf, type Recorded, type RequestContext } from '../request.js';
import { HistoryCache, type KnownStream } from './history-cache.js';
import { readStream, recordingOf } from './read-history.js';

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
    const cached = this.#cache.get(stream);
    if (cached) return cached.history;
    await this.#load(stream);
    return this.history(stream);
  }

  /** Records a command; answers when it is durable. */
  async record(command: DeskCommand): Promise<Recorded> {
    return (await this.submit(command)).durable;
  }

  /**
   * Decides at once (the outer promise raises what forbids the command) and answers later when the event is durable
   * (the inner promise). Many submissions may be on their way: they share commits. A command that is already part of the
   * history is not decided again: it could be decided otherwise by now. Raises `command-id-reused`.
   */
  async submit(command: DeskCommand): Promise<{ readonly durable: Promise<Recorded> }> {
    const known = this.#cache.get(command.stream);
    if (!known) {
      await this.#load(command.stream);
      return this.submit(command);
    }
    const identity = identityOf(command);
    const first = firstResult(known, identity);
    if (first) return { durable: first };
    this.#assertExpected(command, known.history);
    return { durable: this.#append(command, identity, known, command.decide(known.history)) };
  }

  /**
   * What a command was answered that is already part of the history; `null` for a new one. For whoever must do more than decide
   * before recording: asks what `submit` asks first. Raises `command-id-reused`, `revision-conflict`.
   */
  async repeated(command: Omit<DeskCommand, 'decide'>): Promise<Recorded | null> {
    const known = this.#cache.get(command.stream);
    if (!known) {
      await this.#load(command.stream);
      return this.repeated(command);
    }
    const first = firstResult(known, identityOf(command));
    if (first) return first;
    this.#assertExpected(command, known.history);
    return null;
  }

  /** The stream is in the cache when this resolves; whoever decides takes it from there without waiting again. */
  async #load(stream: string): Promise<void> {
    const read = await readStream(this.store, this.registry, stream);
    if (!this.#cache.get(stream)) this.#cache.set(stream, read);
  }

  #assertExpected(
    { stream, request: { expectedRevision } }: Omit<DeskCommand, 'decide'>,
    history: readonly RawEntry[],
  ): void {
    const actual = history.length - 1;
    if (expectedRevision === undefined || expectedRevision === actual) return;
    throw new RevisionConflict(stream, expectedRevision, actual < 0 ? 'no-stream' : actual);
  }

  #append(
    command: DeskCommand,
    { id, hash }: CommandIdentity,
    known: KnownStream,
    decided: Decided,
  ): Promise<Recorded> {
    const { stream, request } = command;
    const { history, commands } = known;
    const definition = this.registry.get(decided.type);
    const data = validate(definition.schema, decided.data) as JsonObject;
    const metadata = metadataOf(notEarlier(request, history), decided.agency, decided.on, hash);
    const expected = history.length === 0 ? 'no-stream' : history.length - 1;
    const event = { id, type: decided.type, version: definition.version, data };
    const appending = this.store.append(stream, expected, [event], metadata);
    const recorded = this.#answer(command, id, decided.type, appending);
    const by = recordingOf(history.length, metadata);
    this.#cache.set(stream, {
      history: [...history, { type: decided.type, data, by }],
      commands: new Map(commands).set(id, { hash, recorded }),
    });
    return recorded;
  }

  async #answer(command: DeskCommand, id: string, type: string, appending: Promise<Appended>): Promise<Recorded> {
    const { stream, request } = command;
    try {
      const { revision, position, written } = await appending;
      if (!written) this.#cache.forget(stream);
      return { stream, eventId: id, type, revision, position, repeated: !written };
    } catch (failure) {
      this.#cache.forget(stream);
      if (!(failure instanceof RevisionConflict)) throw failure;
      // Ours is a stale view of the stream. Without If-Match the caller asked for no particular revision.
      if (command.commutes && request.expectedRevision === undefined) return this.record(command);
      throw failure;
    }
  }
}

/** What tells a command from every other: the id of its event, and the hash of its content. */
interface CommandIdentity {
  readonly id: string;
  readonly hash: string;
}

function identityOf({ name, stream, body, request }: Omit<DeskCommand, 'decide'>): CommandIdentity {
  return { id: eventId(request.commandId, 0), hash: commandHash(name, stream, body) };
}

/** The result of a command that is part of the history. Raises `command-id-reused` when its content was another. */
function firstResult({ commands }: KnownStream, { id, hash }: CommandIdentity): Promise<Recorded> | null {
  const first = commands.get(id);
  if (!first) return null;
  if (first.hash !== hash) throw new CommandReused(id);
  return first.recorded.then((recorded) => ({ ...recorded, repeated: true }));
}

/** Recorded-at never runs backwards within a stream, whatever the clock of the machine does (docs/adr/0008-recorded-at.md). */
function notEarlier(request: RequestContext, history: readonly RawEntry[]): RequestContext {
  const last = history.at(-1)?.by.recordedAt;
  return last !== undefined && last > request.now ? { ...request, now: last } : request;
}
