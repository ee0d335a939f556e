import { setTimeout } from 'node:timers/promises';
import { BEFORE_ALL, GongkaiError, StoreUnavailable, type Position } from '#kernel';
import { breathe } from '../breathe.js';
import { foldPage } from '../generation/fold-page.js';
import type { Generation } from '../generation/generation.js';
import { openGeneration } from '../place/open-generation.js';
import type { Place } from '../place/place.js';
import { faultOf, isPassing, isViewCorrupt, type ProjectionFault } from '../projection-errors.js';
import type { Projection } from '../projection.js';
import type { ProjectionState, ProjectionStatus } from '../status.js';
import { LagMeter } from './lag-meter.js';
import type { LoopContext } from './loop-context.js';
import { Waiters, type WaitOptions } from './waiters.js';

const LONGEST_RETRY_MS = 30_000;

/** One projection: its file, kept at the head of the log by one in-order loop. */
export class ProjectionLoop {
  #state: ProjectionState = 'stopped';
  #lastError: ProjectionFault | undefined;
  #generation: Generation | undefined;
  #halt = new AbortController();
  #running: Promise<void> = Promise.resolve();
  readonly #waiters = new Waiters();
  readonly #lag = new LagMeter();

  constructor(
    readonly projection: Projection,
    readonly place: Place,
    private readonly context: LoopContext,
  ) {}

  get state(): ProjectionState {
    return this.#state;
  }

  /** The file in service; undefined before it is opened and while a damaged one is replaced. */
  get generation(): Generation | undefined {
    return this.#generation;
  }

  /** Everything up to here is in the rows. */
  get position(): Position {
    return this.#generation?.position ?? BEFORE_ALL;
  }

  /** Opens the file without following the log. */
  async open(): Promise<Generation> {
    const { store, warn } = this.context;
    return (this.#generation ??= await openGeneration(this.place, this.projection, store, warn));
  }

  /** Begins to follow the log. Whatever goes wrong shows in the status. A second call does nothing while it runs. */
  start(): void {
    if (this.#state !== 'stopped' && this.#state !== 'failed') return;
    // A failed file is opened anew, so that it is checked and its handlers start afresh.
    if (this.#state === 'failed') this.#letGo();
    this.#resume();
  }

  /** Ends after the page at hand, closes the file and sends away who waits. */
  async stop(): Promise<void> {
    await this.#pause();
    this.#state = 'stopped';
    this.#letGo();
    this.#waiters.fail(this.#unreachable());
  }

  /** Halts between two pages, lets `work` put another file in service, and goes on from that one if it was going before. */
  async exchange(work: (inService: Generation) => Promise<Generation>): Promise<void> {
    const before = this.#state;
    await this.#pause();
    try {
      this.#generation = await work(await this.open());
      this.#waiters.reached(this.position);
    } catch (error) {
      this.#letGo();
      throw error;
    } finally {
      if (before !== 'stopped') this.#resume();
    }
  }

  /**
   * Resolves when everything up to `position` is in the rows. Raises, kind unavailable: `projection-failed`,
   * `projection-stopped`, `projection-behind` (timeout); or the reason of the signal.
   */
  async waitFor(position: Position, options: WaitOptions): Promise<void> {
    if (this.#generation && this.position >= position) return;
    if (this.#state === 'failed' || this.#state === 'stopped') throw this.#unreachable();
    await this.#waiters.wait(position, options);
  }

  /** `head` is the newest position by a read of its own, undefined if that failed; `now` in monotonic milliseconds. */
  status(head: Position | undefined, now: number): ProjectionStatus {
    const { name, version } = this.projection;
    const checkpoint = this.position;
    return {
      name,
      version,
      state: this.#state,
      checkpoint,
      events: this.#generation?.checkpoint.events ?? 0,
      head,
      behind: head === undefined || checkpoint < head,
      behindForMs: this.#lag.measure(checkpoint, head, now),
      lastError: this.#lastError,
    };
  }

  #resume(): void {
    this.#halt = new AbortController();
    this.#lastError = undefined;
    this.#state = 'starting';
    this.#running = this.#run(this.#halt.signal);
  }

  async #pause(): Promise<void> {
    this.#halt.abort();
    await this.#running;
  }

  async #run(signal: AbortSignal): Promise<void> {
    let delay = this.context.retryAfterMs;
    while (!signal.aborted) {
      try {
        await this.#follow(await this.open(), signal);
      } catch (error) {
        // A page that went through has cleared the last error: then the waiting begins anew.
        delay = this.#lastError ? Math.min(delay * 2, LONGEST_RETRY_MS) : this.context.retryAfterMs;
        this.#lastError = faultOf(error);
        this.#waiters.reached(this.position);
        if (!isPassing(error)) {
          this.#state = 'failed';
          this.#waiters.fail(this.#unreachable());
          return;
        }
        await this.#retryLater(error, delay, signal);
      }
    }
  }

  async #follow(generation: Generation, signal: AbortSignal): Promise<void> {
    const { store, batchSize, fold } = this.context;
    const { filter } = this.projection;
    this.#state = generation.position >= (await store.head()) ? 'live' : 'catching-up';
    this.#waiters.reached(generation.position);
    const after = generation.position;
    for await (const page of store.subscribe({ after, max: batchSize, signal, ...(filter && { filter }) })) {
      await foldPage(generation, page, fold);
      this.#state = page.atEnd ? 'live' : 'catching-up';
      this.#lastError = undefined;
      this.#waiters.reached(generation.position);
      if (signal.aborted) return;
      if (!page.atEnd) await breathe();
    }
    if (!signal.aborted) throw new StoreUnavailable('subscription-ended', '事件订阅意外结束');
  }

  async #retryLater(error: unknown, delay: number, signal: AbortSignal): Promise<void> {
    const { name } = this.projection;
    this.context.warn({ projection: name, code: 'projection-retrying', message: faultOf(error).message });
    const path = this.#generation?.path;
    this.#letGo();
    if (isViewCorrupt(error) && path !== undefined) this.place.discard(path);
    this.#state = 'catching-up';
    // Ends early, without an error, when the loop is halted.
    await setTimeout(delay, undefined, { signal }).catch((reason: unknown) => {
      if (!signal.aborted) throw reason;
    });
  }

  #letGo(): void {
    this.#generation?.close();
    this.#generation = undefined;
  }

  #unreachable(): GongkaiError {
    const { name } = this.projection;
    if (this.#state !== 'failed') return new StoreUnavailable('projection-stopped', `投影 ${name} 已停止`);
    return new GongkaiError('unavailable', 'projection-failed', `投影 ${name} 因出错而停止，视图不再更新`, {
      projection: name,
      lastError: this.#lastError,
    });
  }
}
