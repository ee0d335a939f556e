import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { ThrottlerModule } from './identity/throttler.js';
import type { Authenticator } from '#access';
import type { Clock } from '#office';
import type { FastifyRequest } from 'fastify';
import { AgenciesController } from './agencies/agencies.controller.js';
import { AgencyCommandsController } from './agencies/agency-commands.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { CaseStepsController } from './cases/case-steps.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { RegistrationController } from './cases/registration.controller.js';
import { ReplayController } from './cases/replay.controller.js';
import type { ApiConfig } from './config.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { DriftIndicator } from './health/drift.indicator.js';
import { HealthController } from './health/health.controller.js';
import { ProjectionsIndicator } from './health/projections.indicator.js';
import { ProblemFilter } from './http/problem-filter.js';
import { IdentifyGuard } from './identity/identify.guard.js';
import { RateLimitGuard } from './identity/rate-limit.guard.js';
import { RequirePersonGuard } from './identity/require-person.guard.js';
import { WindowStorage } from './identity/window-storage.js';
import { loggingModule } from './logging/logging.module.js';
import { ApplicantsController } from './people/applicants.controller.js';
import { People } from './people/people.js';
import { RegisterController } from './register/register.controller.js';
import { ReportController } from './reports/report.controller.js';
import { ReportFilesController } from './reports/report-files.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { API_CONFIG, AUTHENTICATOR, CLOCK } from './tokens.js';
import { VersionController } from './version/version.controller.js';
import { WorklistController } from './worklist/worklist.controller.js';
import { ProofController } from './years/proof.controller.js';
import { YearCommandsController } from './years/year-commands.controller.js';
import { YearEndController } from './years/year-end.controller.js';
import { YearsController } from './years/years.controller.js';

/** What the API is built on. */
export interface ApiParts {
  readonly config: ApiConfig;
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  /** The application layer: the handlers of all commands and queries. */
  readonly office: DynamicModule;
  /** The persons behind the references. */
  readonly people: People;
}

/** The HTTP application. */
@Module({
  controllers: [
    AgenciesController,
    AgencyCommandsController,
    ApplicantsController,
    CalendarsController,
    CasesController,
    CaseStepsController,
    EvidenceController,
    HealthController,
    ProofController,
    RegisterController,
    RegistrationController,
    ReplayController,
    ReportController,
    ReportFilesController,
    ReportsController,
    VersionController,
    WorklistController,
    YearCommandsController,
    YearEndController,
    YearsController,
  ],
})
export class ApiModule {
  /** Wires the controllers to the office. The order of the guards matters: who asks, how often, whether they may. */
  static over({ config, authenticator, clock, office, people }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [office, loggingModule(config), TerminusModule.forRoot({ logger: false }), rateLimits(config)],
      providers: [
        { provide: API_CONFIG, useValue: config },
        { provide: AUTHENTICATOR, useValue: authenticator },
        { provide: CLOCK, useValue: clock },
        { provide: People, useValue: people },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: IdentifyGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_GUARD, useClass: RequirePersonGuard },
        DriftIndicator,
        ProjectionsIndicator,
      ],
    };
  }
}

const MINUTE = 60_000;

function rateLimits({ rateLimit, anonymousRateLimit }: ApiConfig): DynamicModule {
  return ThrottlerModule.forRoot({
    storage: new WindowStorage(),
    throttlers: [
      {
        ttl: MINUTE,
        limit: (context) => {
          const known = context.switchToHttp().getRequest<FastifyRequest>().identity?.known;
          return (known ? rateLimit : anonymousRateLimit) || Number.MAX_SAFE_INTEGER;
        },
      },
    ],
  });
}
