import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '#kernel';
import { AuditScope, AuditYear, GetEdition, GetEditions, GetLateReplies, GetYearDrift, VerifyYear } from '#office';
import { z } from 'zod';
import { lateRepliesAnswer } from '../answers/calendar-views.js';
import { auditAnswer, driftAnswer, editionAnswer, editionsAnswer } from '../answers/proof-views.js';
import { scopeAuditAnswer } from '../answers/scope-views.js';
import { verifiedAnswer } from '../answers/year-views.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { PathParam, QueryParams } from '../routing/params.js';
import { ReadRoute } from '../routing/route.js';
import { limitSchema, pageOf, pageQuery } from '../worklist/worklist-query.js';
import { scopeQuery } from './scope-query.js';

const driftQuery = z.strictObject({ limit: limitSchema.describe('至多列出多少个原因，默认 200') });

/** What a reviewer checks a year by. */
@ApiTags('复核')
@Controller('agencies/:agency/years/:year')
export class ProofController {
  constructor(private readonly queries: QueryBus) {}

  @ReadRoute({
    path: 'drift',
    under: ':agency/:year',
    id: 'getYearDrift',
    summary: '已关账年度的现有数字与所公布版次的差异及其原因',
    query: driftQuery,
    answer: driftAnswer,
  })
  async drift(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(driftQuery) { limit }: z.output<typeof driftQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new GetYearDrift(agency, year, principal, limit));
  }

  @ReadRoute({
    path: 'editions',
    under: ':agency/:year',
    id: 'getEditions',
    summary: '年度的各版次，首版在前',
    answer: editionsAnswer,
  })
  async editions(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new GetEditions(agency, year, principal));
  }

  @ReadRoute({
    path: 'editions/:edition',
    under: ':agency/:year',
    id: 'getEdition',
    summary: '一个版次的全部内容，如公布之日',
    answer: editionAnswer,
  })
  async edition(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @PathParam('edition') edition: number,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new GetEdition(agency, year, edition, principal));
  }

  @ReadRoute({
    path: 'editions/:edition/verify',
    under: ':agency/:year',
    id: 'verifyEdition',
    summary: '由日志重算一个版次并逐字节比对',
    answer: verifiedAnswer,
  })
  async verify(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @PathParam('edition') edition: number,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new VerifyYear(agency, year, principal, undefined, edition));
  }

  @ReadRoute({
    path: 'audit',
    under: ':agency/:year',
    id: 'auditYear',
    summary: '核对一个年度：每件归一行、清单点数、结转、摘要、差异',
    query: scopeQuery,
    answer: z.union([auditAnswer, scopeAuditAnswer]).describe('scope 为 level、region 时为后者'),
  })
  async audit(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(scopeQuery) { scope }: z.output<typeof scopeQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    if (scope !== 'own') return this.queries.execute(new AuditScope({ agency, year, scope, form: null }, principal));
    return this.queries.execute(new AuditYear(agency, year, principal));
  }

  @ReadRoute({
    path: 'late-replies',
    under: ':agency/:year',
    id: 'getLateReplies',
    summary: '年度内的逾期答复，按当时与现在所知的日历',
    query: pageQuery,
    answer: lateRepliesAnswer,
  })
  async lateReplies(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(pageQuery) query: z.output<typeof pageQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new GetLateReplies(agency, year, principal, pageOf(query)));
  }
}
