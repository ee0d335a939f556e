import { Controller, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '#kernel';
import { GetCase, GetCaseClock, GetCaseHistory } from '#office';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { caseAnswer, clockAnswer, historyAnswer } from '../answers/case-views.js';
import { etagOf } from '../http/if-match.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { PathParam, QueryParams } from '../routing/params.js';
import { urlInteger } from '../routing/path-params.js';
import { ReadRoute } from '../routing/route.js';

const historyQuery = z.strictObject({
  from: urlInteger(0, 999_999_999).optional().describe('从哪个版本号起，默认 0'),
  max: urlInteger(1, 500).optional().describe('至多多少条，默认 200'),
});

/** Reads cases. */
@ApiTags('案件')
@Controller('cases/:caseId')
export class CasesController {
  constructor(private readonly queries: QueryBus) {}

  @ReadRoute({
    path: '',
    under: ':caseId',
    id: 'getCase',
    summary: '案件现状与现在可办的步骤',
    answer: caseAnswer,
    etag: true,
  })
  async get(
    @PathParam('caseId') caseId: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.queries.execute(new GetCase(caseId, principal));
    void reply.header('etag', etagOf(view.revision));
    return view;
  }

  @ReadRoute({
    path: 'history',
    under: ':caseId',
    id: 'getCaseHistory',
    summary: '案件的全部记录，最早的在前',
    query: historyQuery,
    answer: historyAnswer,
    etag: true,
  })
  async history(
    @PathParam('caseId') caseId: string,
    @QueryParams(historyQuery) { from, max }: z.output<typeof historyQuery>,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = await this.queries.execute(new GetCaseHistory(caseId, principal, from, max));
    void reply.header('etag', etagOf(page.revision));
    return page;
  }

  @ReadRoute({
    path: 'clock',
    under: ':caseId',
    id: 'getCaseClock',
    summary: '法定期限，逐日说明',
    answer: clockAnswer,
  })
  async clock(@PathParam('caseId') caseId: string, @CurrentPrincipal() principal: Principal) {
    return this.queries.execute(new GetCaseClock(caseId, principal));
  }
}
