import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { acceptDrift, restateYear } from '#agency';
import type { Json } from '#kernel';
import { AcceptDrift, RestateYear, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { yearRestatedAnswer } from '../answers/proof-views.js';
import { recordedAnswer } from '../answers/recorded.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { answerRecorded, withoutReplay } from '../routing/recorded-answer.js';
import { RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';

/** Settles the drift of a closed year: a further edition, or an adjustment. */
@ApiTags('年度')
@Controller('agencies/:agency/years/:year')
export class SettlingController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @RecordRoute({
    path: 'restate',
    under: ':agency/:year',
    id: restateYear.name,
    summary: restateYear.label,
    description: `${restateYear.article}。公布新的版次，旧版不变。角色：${restateYear.roles.join('、')}`,
    body: restateYear.body,
    answer: yearRestatedAnswer,
  })
  async restate(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @CommandBody() body: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const request = { ...envelope, now: this.time.now() };
    return withoutReplay(reply, await this.commands.execute(new RestateYear(agency, year, body, request)));
  }

  @RecordRoute({
    path: acceptDrift.name,
    under: ':agency/:year',
    id: acceptDrift.name,
    summary: acceptDrift.label,
    description: `${acceptDrift.article}。作为调整，在下年度的结转核对中说明。角色：${acceptDrift.roles.join('、')}`,
    body: acceptDrift.body,
    answer: recordedAnswer,
  })
  async accept(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @CommandBody() body: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const request = { ...envelope, now: this.time.now() };
    return answerRecorded(reply, await this.commands.execute(new AcceptDrift(agency, year, body, request)));
  }
}
