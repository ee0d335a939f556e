import { Injectable, Logger } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { HealthIndicatorService } from '@nestjs/terminus';
import { GongkaiError } from '#kernel';
import { GetDriftOverview, type DriftedYear } from '#office';

/** How many drifted years are told in detail; every further one by its address and the number of its figures. */
const DETAILED = 50;

/** Tells which closed years drifted, in which figures and by which entries. For information: never red, for the service works all the same. */
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
      const { drifted, ...overview } = await this.queries.execute(new GetDriftOverview());
      return { known: true, ...overview, drifted: drifted.map(told) };
    } catch (error) {
      this.#logger.warn({ err: error }, 'drift unknown');
      return { known: false, code: error instanceof GongkaiError ? error.code : 'internal' };
    }
  }
}

/** A drifted year with the address that tells all of it. */
function told({ cells, causes, causesInAll, ...year }: DriftedYear, index: number) {
  const whole = `/agencies/${year.agency}/years/${year.year}/drift`;
  return index < DETAILED ? { ...year, cells, causes, causesInAll, whole } : { ...year, whole };
}
