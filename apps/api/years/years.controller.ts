import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '#kernel';
import { GetCell, GetYear, GetYearKnownAt, GetYearRules, VerifyYear, type Clock } from '#office';
import { z } from 'zod';
import { knownYearAnswer } from '../answers/proof-views.js';
import { cellAnswer, verifiedAnswer, yearAnswer, yearRulesAnswer } from '../answers/year-views.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { PathParam, QueryParams } from '../routing/params.js';
import { ReadRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { pageOf, pageQuery } from '../worklist/worklist-query.js';
import { cellAddressOf } from './cell-address.js';
import { knownAtOf, knownAtSchema } from './known-at-query.js';

const formQuery = z.strictObject({
  form: z.enum(['2019', '2021'], '应为 2019 或 2021').optional().describe('报表格式；默认按机关当年的政策'),
});
const yearQuery = formQuery.extend({ knownAt: knownAtSchema.optional() });

/** The year's tables, their rules, the cases behind every figure, and the proof of a closed year. */
@ApiTags('年度')
@Controller('agencies/:agency/years/:year')
export class YearsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({
    path: '',
    under: ':agency/:year',
    id: 'getYear',
    summary: '年度报表数字：现有的，或按早先某时所知的',
    query: yearQuery,
    answer: z.union([yearAnswer, knownYearAnswer]).describe('带 knownAt 时为后者'),
  })
  async get(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(yearQuery) { form, knownAt }: z.output<typeof yearQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    if (knownAt === undefined) return this.queries.execute(new GetYear(agency, year, form ?? null, principal));
    const known = knownAtOf(knownAt);
    return this.queries.execute(new GetYearKnownAt(agency, year, form ?? null, known, principal, this.time.now()));
  }

  @ReadRoute({
    path: 'rules',
    under: ':agency/:year',
    id: 'getYearRules',
    summary: '勾稽规则检查结果',
    query: formQuery,
    answer: yearRulesAnswer,
  })
  async rules(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(formQuery) { form }: z.output<typeof formQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new GetYearRules(agency, year, form ?? null, principal));
  }

  @ReadRoute({
    path: 'cells/:table/:row/:column',
    under: ':agency/:year',
    id: 'getCell',
    summary: '一个数字由哪些案件、哪些记录组成',
    query: pageQuery,
    answer: cellAnswer,
  })
  async cell(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @PathParam('table') table: string,
    @PathParam('row') row: string,
    @PathParam('column') column: string,
    @QueryParams(pageQuery) query: z.output<typeof pageQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    const address = cellAddressOf(table, row, column);
    return this.queries.execute(new GetCell(agency, year, address, principal, pageOf(query)));
  }

  @ReadRoute({
    path: 'verify',
    under: ':agency/:year',
    id: 'verifyYear',
    summary: '由日志重算已关账年度并逐字节比对',
    answer: verifiedAnswer,
  })
  async verify(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new VerifyYear(agency, year, principal));
  }
}
