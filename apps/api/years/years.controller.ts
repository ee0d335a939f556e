import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { InvalidInput, type Principal } from '#kernel';
import {
  GetCell,
  GetScopeCell,
  GetScopeRules,
  GetScopeYear,
  GetYear,
  GetYearKnownAt,
  GetYearRules,
  VerifyYear,
  type Clock,
  type FigureAddress,
} from '#office';
import { z } from 'zod';
import { knownYearAnswer } from '../answers/proof-views.js';
import { scopeCellAnswer, scopeRulesAnswer, scopeYearAnswer } from '../answers/scope-views.js';
import { cellAnswer, verifiedAnswer, yearAnswer, yearRulesAnswer } from '../answers/year-views.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { PathParam, QueryParams } from '../routing/params.js';
import { ReadRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { pageOf, pageQuery } from '../worklist/worklist-query.js';
import { cellAddressOf } from './cell-address.js';
import { knownAtOf, knownAtSchema } from './known-at-query.js';
import { scopeQuery } from './scope-query.js';

const formQuery = scopeQuery.extend({
  form: z.enum(['2019', '2021'], '应为 2019 或 2021').optional().describe('报表格式；默认按机关当年的政策'),
});
const yearQuery = formQuery.extend({ knownAt: knownAtSchema.optional() });
const cellQuery = pageQuery.extend(scopeQuery.shape);
const sectionOneQuery = cellQuery.extend({
  channel: z.string().max(50).optional().describe('公开渠道；不填为合计'),
  category: z.string().max(50).optional().describe('该渠道的类别；空文字为未分类的'),
});

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
    answer: z
      .union([yearAnswer, knownYearAnswer, scopeYearAnswer])
      .describe('带 knownAt 时为第二种；scope 为 level、region 时为第三种'),
  })
  async get(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(yearQuery) { scope, form, knownAt }: z.output<typeof yearQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    if (scope !== 'own') {
      const of = { agency, year, scope, form: form ?? null };
      const at = knownAt === undefined ? null : knownAtOf(knownAt);
      return this.queries.execute(new GetScopeYear(of, at, principal, this.time.now()));
    }
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
    answer: z.union([yearRulesAnswer, scopeRulesAnswer]).describe('scope 为 level、region 时为后者'),
  })
  async rules(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(formQuery) { scope, form }: z.output<typeof formQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    if (scope !== 'own') {
      return this.queries.execute(new GetScopeRules({ agency, year, scope, form: form ?? null }, principal));
    }
    return this.queries.execute(new GetYearRules(agency, year, form ?? null, principal));
  }

  @ReadRoute({
    path: 'cells/:table/:row/:column',
    under: ':agency/:year',
    id: 'getCell',
    summary: '一个数字由哪些案件、哪些记录组成',
    query: cellQuery,
    answer: z.union([cellAnswer, scopeCellAnswer]).describe('scope 为 level、region 时为后者'),
  })
  async cell(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @PathParam('table') table: string,
    @PathParam('row') row: string,
    @PathParam('column') column: string,
    @QueryParams(cellQuery) query: z.output<typeof cellQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.#behind(agency, year, cellAddressOf(table, row, column), query, principal);
  }

  @ReadRoute({
    path: 'cells/sectionOne',
    under: ':agency/:year',
    id: 'getSectionOneCell',
    summary: '一、总体情况的公开条数由哪些台账记录组成',
    query: sectionOneQuery,
    answer: z.union([cellAnswer, scopeCellAnswer]).describe('scope 为 level、region 时为后者'),
  })
  async sectionOne(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(sectionOneQuery) { channel, category, ...query }: z.output<typeof sectionOneQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    if (channel === undefined && category !== undefined) {
      throw new InvalidInput([{ path: 'query.channel', message: '有类别时应填公开渠道' }]);
    }
    const figure = {
      table: 1,
      channel: channel ?? null,
      ...(category !== undefined && { category: category === '' ? null : category }),
    } as const;
    return this.#behind(agency, year, figure, query, principal);
  }

  #behind(
    agency: string,
    year: number,
    figure: FigureAddress,
    { scope, ...page }: z.output<typeof cellQuery>,
    principal: Principal,
  ) {
    if (scope === 'own') return this.queries.execute(new GetCell(agency, year, figure, principal, pageOf(page)));
    const of = { agency, year, scope, form: null };
    return this.queries.execute(new GetScopeCell(of, figure, principal, pageOf(page)));
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
