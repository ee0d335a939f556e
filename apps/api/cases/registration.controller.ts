import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { caseIdSchema, receiveApplication } from '#casework';
import type { Json } from '#kernel';
import { RecordCaseStep, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { caseRecordedAnswer } from '../answers/recorded.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { answerRecorded } from '../routing/recorded-answer.js';
import { RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { registrationOf } from './new-case-id.js';

const body = receiveApplication.body.extend({
  caseId: caseIdSchema.optional().describe('案件编号；不填则由机关、年度和命令编号生成'),
});

/** Registers applications: the birth of a case. */
@ApiTags('办理')
@Controller('agencies/:agency/cases')
export class RegistrationController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @RecordRoute({
    path: '',
    under: ':agency',
    id: receiveApplication.name,
    summary: receiveApplication.label,
    description: receiveApplication.article,
    body,
    answer: caseRecordedAnswer,
    creates: true,
    ifMatch: false,
  })
  async receive(
    @PathParam('agency') agency: string,
    @CommandBody() sent: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const registration = registrationOf(sent, agency, envelope.commandId);
    const request = { ...envelope, now: this.time.now() };
    const command = new RecordCaseStep(
      receiveApplication.name,
      registration.caseId,
      agency,
      registration.body,
      request,
    );
    const recorded = await this.commands.execute(command);
    return answerRecorded(reply, recorded, `/cases/${recorded.caseId}`);
  }
}
