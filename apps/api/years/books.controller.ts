import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { waiveRule } from '#agency';
import type { Json } from '#kernel';
import { CloseYear, closeYearBody, WaiveRule, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { recordedAnswer, yearClosedAnswer } from '../answers/recorded.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { answerRecorded, withoutReplay } from '../routing/recorded-answer.js';
import { RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';

/** The books of a year: waivers and the closing. */
@ApiTags('年度')
@Controller('agencies/:agency/years/:year')
export class BooksController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @RecordRoute({
    path: 'waivers',
    under: ':agency/:year',
    id: waiveRule.name,
    summary: waiveRule.label,
    description: `${waiveRule.article}。角色：${waiveRule.roles.join('、')}`,
    body: waiveRule.body,
    answer: recordedAnswer,
  })
  async waive(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @CommandBody() body: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const request = { ...envelope, now: this.time.now() };
    return answerRecorded(reply, await this.commands.execute(new WaiveRule(agency, year, body, request)));
  }

  @RecordRoute({
    path: 'close',
    under: ':agency/:year',
    id: 'close-year',
    summary: '年度关账：结转未结案件、固定报表',
    description: '可重复执行，结果相同；有不合格的勾稽规则时拒绝并列出',
    body: closeYearBody,
    answer: yearClosedAnswer,
    ifMatch: false,
  })
  async close(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @CommandBody({}) body: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const request = { ...envelope, now: this.time.now() };
    return withoutReplay(reply, await this.commands.execute(new CloseYear(agency, year, body, request)));
  }
}
