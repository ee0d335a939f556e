import { Controller, Inject, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { localDateOf, yearOf, type Principal } from '#kernel';
import { GetCaseCells, GetCaseDifference, GetCaseDue, GetCaseReplay, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { caseDueAnswer } from '../answers/calendar-views.js';
import { caseCellsAnswer, differenceAnswer, replayAnswer } from '../answers/replay-views.js';
import { etagOf } from '../http/if-match.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { PathParam, QueryParams } from '../routing/params.js';
import { yearParam } from '../routing/path-params.js';
import { ReadRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { differenceQuery, pointIn, replayQuery } from './replay-query.js';

const cellsQuery = z.strictObject({ toYear: yearParam.optional().describe('至哪一年度，默认今年') });

/** Reads a case from any point in time, and says what it counts for. */
@ApiTags('复核')
@Controller('cases/:caseId')
export class ReplayController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({
    path: 'replay',
    under: ':caseId',
    id: 'getCaseReplay',
    summary: '案件在任一时点的面貌：状态、可办步骤、期限、记录、文书',
    query: replayQuery,
    answer: replayAnswer,
    etag: true,
  })
  async replay(
    @PathParam('caseId') caseId: string,
    @QueryParams(replayQuery) point: z.output<typeof replayQuery>,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const replay = await this.queries.execute(new GetCaseReplay(caseId, point, principal, this.time.now()));
    void reply.header('etag', etagOf(replay.revision));
    return replay;
  }

  @ReadRoute({
    path: 'difference',
    under: ':caseId',
    id: 'getCaseDifference',
    summary: '案件在两个时点的差异',
    query: differenceQuery,
    answer: differenceAnswer,
    etag: true,
  })
  async difference(
    @PathParam('caseId') caseId: string,
    @QueryParams(differenceQuery) query: z.output<typeof differenceQuery>,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [from, to] = [pointIn(query, 'from'), pointIn(query, 'to')];
    const difference = await this.queries.execute(new GetCaseDifference(caseId, from, to, principal, this.time.now()));
    void reply.header('etag', etagOf(difference.revision));
    return difference;
  }

  @ReadRoute({
    path: 'due',
    under: ':caseId',
    id: 'getCaseDue',
    summary: '答复期限：按办结时所知的日历，按现在所知的日历',
    answer: caseDueAnswer,
  })
  async due(@PathParam('caseId') caseId: string, @CurrentPrincipal() principal: Principal) {
    return this.queries.execute(new GetCaseDue(caseId, principal));
  }

  @ReadRoute({
    path: 'cells',
    under: ':caseId',
    id: 'getCaseCells',
    summary: '案件计入各年度报表的哪些数字',
    query: cellsQuery,
    answer: caseCellsAnswer,
  })
  async cells(
    @PathParam('caseId') caseId: string,
    @QueryParams(cellsQuery) { toYear }: z.output<typeof cellsQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    const year = toYear ?? yearOf(localDateOf(this.time.now()));
    return this.queries.execute(new GetCaseCells(caseId, year, principal));
  }
}
