import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { HealthIndicatorService } from '@nestjs/terminus';
import { GetProjections } from '#office';
import type { ProjectionStatus } from '#projections';
import type { ApiConfig } from '../config.js';
import { API_CONFIG } from '../tokens.js';

/** Red when a projection has stopped, has never caught up, cannot see the log, or has been behind for too long. */
@Injectable()
export class ProjectionsIndicator {
  constructor(
    private readonly queries: QueryBus,
    private readonly health: HealthIndicatorService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  async check() {
    const statuses = await this.queries.execute(new GetProjections());
    const indicator = this.health.check('projections');
    const details = { projections: statuses.map((status) => ({ ...detailOf(status), ready: this.#isReady(status) })) };
    return statuses.every((status) => this.#isReady(status)) ? indicator.up(details) : indicator.down(details);
  }

  #isReady({ state, head, behindForMs }: ProjectionStatus): boolean {
    return state === 'live' && head !== undefined && behindForMs <= this.config.maxLagMs;
  }
}

/** Where it stands and why it stopped; no payload of any event. */
function detailOf({ name, version, state, checkpoint, head, behind, behindForMs, lastError }: ProjectionStatus) {
  return { name, version, state, checkpoint, head: head ?? null, behind, behindForMs, lastError: lastError ?? null };
}
