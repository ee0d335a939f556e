import type { EventStore } from '#event-store';
import { GongkaiError, NotFound, Refused, type EventRegistry, type Position } from '#kernel';
import { checkDefinitions } from './definition.js';
import { digestOf, type ViewDigest } from './digest/generation-digest.js';
import type { LoopContext } from './loop/loop-context.js';
import { ProjectionLoop } from './loop/projection-loop.js';
import type { WaitOptions } from './loop/waiters.js';
import { DirectoryPlace } from './place/directory-place.js';
import { lockDirectory } from './place/directory-lock.js';
import { MemoryPlace } from './place/memory-place.js';
import type { Projection } from './projection.js';
import { sourceOfLoop } from './reading/loop-source.js';
import { View } from './reading/view.js';
import { rebuild } from './rebuild/rebuild.js';
import type { RebuildOptions, RebuildResult } from './rebuild/rebuild-result.js';
import type { ProjectionStatus } from './status.js';
import { StreamHistory } from './stream-history.js';
import { warnProcess, type Warn } from './warning.js';

const DEFAULT_BATCH = 2000;
const DEFAULT_RETRY_MS = 1000;

/** What a runner runs. */
export interface ProjectionRunnerOptions {
  readonly store: EventStore;
  readonly registry: EventRegistry;
  readonly projections: readonly Projection[];
  /** The views directory, this runner's alone; made if missing. Left out: views in memory, gone with the process. */
  readonly directory?: string;
  /** Events scanned per page, and at most folded per transaction (default 2000). */
  readonly batchSize?: number;
  /** Milliseconds before the second attempt after a passing fault (default 1000). */
  readonly retryAfterMs?: number;
  /** Default: a warning of the process. */
  readonly warn?: Warn;
}

/** Keeps read models at the head of the log, each by a loop of its own: one that fails does not hold up the others. */
export class ProjectionRunner {
  readonly #loops: ReadonlyMap<string, ProjectionLoop>;
  readonly #views: ReadonlyMap<string, View>;
  readonly #context: LoopContext;
  readonly #directory: string | undefined;
  readonly #rebuilding = new Map<string, { readonly abort: AbortController; readonly ended: Promise<unknown> }>();
  #unlock: (() => void) | undefined;
  #stopping = false;

  /** Raises `projection-malformed` (kind invalid). Touches no file. */
  constructor(options: ProjectionRunnerOptions) {
    const { store, registry, projections, directory } = options;
    checkDefinitions(projections);
    this.#directory = directory;
    this.#context = {
      store,
      fold: { registry, history: new StreamHistory(store, registry) },
      batchSize: options.batchSize ?? DEFAULT_BATCH,
      retryAfterMs: options.retryAfterMs ?? DEFAULT_RETRY_MS,
      warn: options.warn ?? warnProcess,
    };
    const loops = projections.map((projection) => this.#loopOf(projection));
    this.#loops = new Map(loops.map((loop) => [loop.projection.name, loop]));
    this.#views = new Map(loops.map((loop) => [loop.projection.name, new View(loop.projection, sourceOfLoop(loop))]));
  }

  /**
   * Begins to follow the log and answers without waiting for the views to catch up ({@link waitFor} does). What goes wrong
   * with one projection shows in {@link status}. Raises `views-in-use` or `view-unavailable` for the directory as a whole.
   */
  async start(): Promise<void> {
    this.#lock();
    for (const loop of this.#loops.values()) loop.start();
  }

  /**
   * Ends rebuilds and loops after the page at hand, closes the files and unlocks the directory. Also after {@link digest} or
   * {@link rebuild} without a start. May be started again.
   */
  async stop(): Promise<void> {
    this.#stopping = true;
    const rebuilds = [...this.#rebuilding.values()];
    for (const { abort } of rebuilds) abort.abort(stopping());
    await Promise.allSettled(rebuilds.map(({ ended }) => ended));
    for (const view of this.#views.values()) view.close();
    await Promise.all([...this.#loops.values()].map((loop) => loop.stop()));
    this.#unlock?.();
    this.#unlock = undefined;
    this.#stopping = false;
  }

  /** Lets a projection that failed try again, its file checked anew. Does nothing to one that runs. Raises `not-found`. */
  restart(name: string): void {
    const loop = this.#loop(name);
    this.#lock();
    loop.start();
  }

  /**
   * Resolves when everything up to `position` is in the rows of all projections, or of those named: read your writes.
   * Raises, kind unavailable, `projection-failed`, `projection-stopped`, `projection-behind` (timeout); or the signal's reason.
   */
  async waitFor(position: Position, options: WaitOptions & { readonly names?: readonly string[] } = {}): Promise<void> {
    const loops = options.names?.map((name) => this.#loop(name)) ?? [...this.#loops.values()];
    await Promise.all(loops.map((loop) => loop.waitFor(position, options)));
  }

  /** How each projection is doing, measured against the log itself. Raises nothing: a log that is silent shows as `head` undefined. */
  async status(): Promise<readonly ProjectionStatus[]> {
    const [head] = await Promise.allSettled([this.#context.store.head()]);
    const now = performance.now();
    const position = head.status === 'fulfilled' ? head.value : undefined;
    return [...this.#loops.values()].map((loop) => loop.status(position, now));
  }

  /** The rows of a projection, for queries. Raises `not-found`. */
  view(name: string): View {
    const view = this.#views.get(name);
    if (!view) throw new NotFound('投影', name);
    return view;
  }

  /** The digest of the rows as they are now. Raises `not-found`, `view-unavailable`, `digest-order-ambiguous`. */
  async digest(name: string): Promise<ViewDigest> {
    const loop = this.#loop(name);
    this.#lock();
    return digestOf(await loop.open(), loop.projection);
  }

  /**
   * {@link rebuild}s a view from the log beside the one in service, compares, and swaps as asked; also without `start`.
   * Raises `not-found`, `rebuild-running` (kind refused), what stops the fold, or the signal's reason. After any of these
   * the view in service is as it was.
   */
  async rebuild(name: string, options: RebuildOptions = {}): Promise<RebuildResult> {
    const loop = this.#loop(name);
    if (this.#rebuilding.has(name)) throw new Refused('rebuild-running', `投影 ${name} 正在重建`);
    this.#lock();
    const abort = new AbortController();
    const signal = options.signal ? AbortSignal.any([abort.signal, options.signal]) : abort.signal;
    const ended = rebuild(loop, this.#context, { ...options, signal });
    this.#rebuilding.set(name, { abort, ended });
    try {
      return await ended;
    } finally {
      this.#rebuilding.delete(name);
    }
  }

  #loopOf(projection: Projection): ProjectionLoop {
    const place = this.#directory === undefined ? new MemoryPlace() : new DirectoryPlace(this.#directory, projection);
    return new ProjectionLoop(projection, place, this.#context);
  }

  #loop(name: string): ProjectionLoop {
    const loop = this.#loops.get(name);
    if (!loop) throw new NotFound('投影', name);
    return loop;
  }

  #lock(): void {
    if (this.#stopping) throw stopping();
    if (this.#unlock || this.#directory === undefined) return;
    this.#unlock = lockDirectory(this.#directory);
    for (const { place } of this.#loops.values()) if (place instanceof DirectoryPlace) place.sweep();
  }
}

function stopping(): GongkaiError {
  return new GongkaiError('unavailable', 'projection-stopped', '服务正在停止');
}
