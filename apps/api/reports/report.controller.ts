import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { narrativeCommands } from '#agency';
import type { Json, Principal } from '#kernel';
import { GetAnnualReport, GetNarrative, RecordReportCommand, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { reportRecordedAnswer } from '../answers/recorded.js';
import { annualReportAnswer, narrativeAnswer } from '../answers/report-views.js';
import { etagOf } from '../http/if-match.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { defineRoute } from '../routing/define-route.js';
import { CommandBody, CommandEnvelope, PathParam, QueryParams, type Envelope } from '../routing/params.js';
import { answerRecorded } from '../routing/recorded-answer.js';
import { ReadRoute, RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { reportQuery, type ReportQuery } from './report-query.js';

/** The annual report of a year in tables and words. The routes of its commands are made from their list. */
@ApiTags('年度报告')
@Controller('agencies/:agency/years/:year/report')
export class ReportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({
    path: '',
    under: ':agency/:year',
    id: 'getAnnualReport',
    summary: '年度报告全文：六个部分的文字和各表；本机关的，或本级、本地区汇总的',
    query: reportQuery,
    answer: annualReportAnswer,
  })
  async get(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(reportQuery) { issue, scope }: ReportQuery,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new GetAnnualReport(agency, year, issue ?? null, principal, scope));
  }

  @ReadRoute({
    path: 'narrative',
    under: ':agency/:year',
    id: 'getNarrative',
    summary: '年度报告的文字：各版本、改写及理由、沿用自上年的草稿、各次定稿',
    answer: narrativeAnswer,
    etag: true,
  })
  async narrative(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.queries.execute(new GetNarrative(agency, year, principal));
    if (view.revision >= 0) void reply.header('etag', etagOf(view.revision));
    return view;
  }

  /** Sends one command to the office. */
  async record(name: string, agency: string, year: number, body: Json, envelope: Envelope, reply: FastifyReply) {
    const request = { ...envelope, now: this.time.now() };
    return answerRecorded(
      reply,
      await this.commands.execute(new RecordReportCommand(name, agency, year, body, request)),
    );
  }
}

for (const { name, label, article, roles, body } of narrativeCommands) {
  defineRoute(
    ReportController,
    name,
    async function (
      this: ReportController,
      agency: string,
      year: number,
      sent: Json,
      envelope: Envelope,
      reply: FastifyReply,
    ) {
      return this.record(name, agency, year, sent, envelope, reply);
    },
    RecordRoute({
      path: name,
      under: ':agency/:year',
      id: name,
      summary: label,
      description: `${article}。角色：${roles.join('、')}`,
      body,
      answer: reportRecordedAnswer,
    }),
    [PathParam('agency'), PathParam('year'), CommandBody(), CommandEnvelope(), Res({ passthrough: true })],
  );
}
