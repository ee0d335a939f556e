import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { importReport } from '#agency';
import type { Json } from '#kernel';
import { ImportReport, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { recordedAnswer } from '../answers/recorded.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { answerRecorded } from '../routing/recorded-answer.js';
import { RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';

/** Reports published elsewhere, taken in as figures with their provenance. */
@ApiTags('年度')
@Controller('agencies/:agency/years/:year')
export class ImportsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @RecordRoute({
    path: importReport.name,
    under: ':agency/:year',
    id: importReport.name,
    summary: importReport.label,
    description: `${importReport.article}。空白为 null，不当作 0；以后导入的代替先前的。角色：${importReport.roles.join('、')}`,
    body: importReport.body,
    answer: recordedAnswer,
  })
  async import(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @CommandBody() body: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const request = { ...envelope, now: this.time.now() };
    return answerRecorded(reply, await this.commands.execute(new ImportReport(agency, year, body, request)));
  }
}
