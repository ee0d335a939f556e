import { Injectable, Logger } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { HealthIndicatorService } from '@nestjs/terminus';
import { GongkaiError } from '#kernel';
import { GetDriftOverview } from '#office';

/** Tells which closed years drifted. For information: never red, for the service works all the same. */
@Injectable()
export class DriftIndicator {
  readonly #logger = new Logger('Drift');

  constructor(
    private readonly queries: QueryBus,
    private readonly health: HealthIndicatorService,
  ) {}

  async check() {
    return this.health.check('drift').up(await this.#details());
  }

  /** What cannot be told now is said to be unknown; the projections and the store have their own indicators. */
  async #details(): Promise<Record<string, unknown>> {
    try {
      return { known: true, ...(await this.queries.execute(new GetDriftOverview())) };
    } catch (error) {
      this.#logger.warn({ err: error }, 'drift unknown');
      return { known: false, code: error instanceof GongkaiError ? error.code : 'internal' };
    }
  }
}
