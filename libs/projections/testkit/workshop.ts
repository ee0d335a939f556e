import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryEventStore, type EventStore } from '#event-store';
import { ProjectionRunner, type ProjectionRunnerOptions } from '../projection-runner.js';
import type { Projection } from '../projection.js';
import type { ProjectionWarning } from '../warning.js';
import { toyRegistry } from './toy-log.js';
import { pointsProjection, type PointsRow } from './toy-projection.js';

/** A log, a views directory and the runners of one test. Dispose of it at the end. */
export class Workshop {
  readonly store = new MemoryEventStore();
  readonly directory = mkdtempSync(join(tmpdir(), 'gongkai-views-'));
  readonly warnings: ProjectionWarning[] = [];
  readonly #runners: ProjectionRunner[] = [];

  runner(options: Partial<ProjectionRunnerOptions> = {}): ProjectionRunner {
    const runner = new ProjectionRunner({
      store: this.store,
      registry: toyRegistry,
      projections: [pointsProjection],
      directory: this.directory,
      retryAfterMs: 1,
      warn: (warning) => this.warnings.push(warning),
      ...options,
    });
    this.#runners.push(runner);
    return runner;
  }

  /** A runner that has caught up with the log as it is now. */
  async caughtUp(options: Partial<ProjectionRunnerOptions> = {}): Promise<ProjectionRunner> {
    const runner = this.runner(options);
    await runner.start();
    await runner.waitFor(await this.store.head());
    return runner;
  }

  /** Names in the views directory, without what SQLite keeps beside its files. */
  files(): readonly string[] {
    return readdirSync(this.directory)
      .filter((name) => name.endsWith('.db'))
      .sort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const runner of this.#runners) await runner.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** The rows of the toy projection. */
export function rowsIn(runner: ProjectionRunner, name = pointsProjection.name): readonly PointsRow[] {
  const rows = runner.view(name).statement('SELECT * FROM points ORDER BY stream').all();
  return rows.map((row) => ({ ...row }) as unknown as PointsRow);
}

/** The digest that a view in memory gives for a log: by another way than the one under test. */
export async function digestInMemory(store: EventStore, projection: Projection = pointsProjection): Promise<string> {
  const runner = new ProjectionRunner({ store, registry: toyRegistry, projections: [projection], batchSize: 7 });
  await runner.start();
  await runner.waitFor(await store.head());
  const { digest } = await runner.digest(projection.name);
  await runner.stop();
  return digest;
}
