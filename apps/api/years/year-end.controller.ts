import { Controller, Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { carryForward } from '#casework';
import { validate, type Json, type Principal } from '#kernel';
import { CloseYearOfAll, GetYearEndStatus, type Clock } from '#office';
import { z } from 'zod';
import { yearEndAnswer, yearEndStatusAnswer } from '../answers/year-end-views.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { ReadRoute, RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';

const runBody = z.strictObject({});

/** The end of a year for all agencies within reach: what is left to do, and the closing of all. */
@ApiTags('年度')
@Controller('year-end/:year')
export class YearEndController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({
    path: '',
    under: ':year',
    id: 'getYearEnd',
    summary: '公布期限前各机关的未办结、逾期和不合规则的情况',
    answer: yearEndStatusAnswer,
  })
  async status(@PathParam('year') year: number, @CurrentPrincipal() principal: Principal) {
    return this.queries.execute(new GetYearEndStatus(year, principal, this.time.now()));
  }

  @RecordRoute({
    path: 'close',
    under: ':year',
    id: 'close-year-of-all',
    summary: '逐个机关结转、核对、结账；可重复执行，已结账的不变',
    description: `一个机关被拒绝不影响其他机关。角色：${carryForward.roles.join('、')}`,
    body: runBody,
    answer: yearEndAnswer,
    ifMatch: false,
  })
  async close(@PathParam('year') year: number, @CommandBody({}) body: Json, @CommandEnvelope() envelope: Envelope) {
    validate(runBody, body);
    return this.commands.execute(new CloseYearOfAll(year, { ...envelope, now: this.time.now() }));
  }
}
