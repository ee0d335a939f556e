import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheckService } from '@nestjs/terminus';
import { SkipThrottle } from '../identity/throttler.js';
import { Public } from '../identity/require-person.guard.js';
import { ProblemResponses } from '../openapi/problem-responses.js';
import { DriftIndicator } from './drift.indicator.js';
import { ProjectionsIndicator } from './projections.indicator.js';

/** For the machine that watches over this one. Without a token, hence figures and places in the log at most, and no case by its id. */
@ApiTags('运行')
@Public()
@SkipThrottle()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly projections: ProjectionsIndicator,
    private readonly drift: DriftIndicator,
  ) {}

  @Get('live')
  @ApiOperation({ operationId: 'live', summary: '进程是否在运行' })
  @ApiResponse({ status: 200, description: '在运行' })
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'ready',
    summary: '能否服务：投影是否停止或滞后；附已结账年度的差异：格、新旧数字、起因记录（仅供知悉）',
  })
  @ApiResponse({ status: 200, description: '就绪；附各投影的进度' })
  @ProblemResponses(503)
  async ready() {
    return this.health.check([() => this.projections.check(), () => this.drift.check()]);
  }
}
