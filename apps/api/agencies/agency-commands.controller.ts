import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { agencyCommands, type CommandFacts } from '#agency';
import type { Json } from '#kernel';
import { RecordAgencyCommand, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { recordedAnswer } from '../answers/recorded.js';
import { defineRoute } from '../routing/define-route.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { answerRecorded } from '../routing/recorded-answer.js';
import { RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { foundAgency } from './new-agency.js';

/** Every command that has a route `POST /agencies/:agency/<name>`. */
export const routedAgencyCommands: readonly CommandFacts[] = agencyCommands.filter(
  ({ name }) => name !== foundAgency.name,
);

/** Records what happens to an agency. Its routes are made from the list of commands. */
@ApiTags('机关')
@Controller('agencies/:agency')
export class AgencyCommandsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** Sends one command to the office. */
  async record(name: string, agency: string, body: Json, envelope: Envelope, reply: FastifyReply) {
    const request = { ...envelope, now: this.time.now() };
    return answerRecorded(reply, await this.commands.execute(new RecordAgencyCommand(name, agency, body, request)));
  }
}

for (const { name, label, article, roles, body } of routedAgencyCommands) {
  defineRoute(
    AgencyCommandsController,
    name,
    async function (
      this: AgencyCommandsController,
      agency: string,
      sent: Json,
      envelope: Envelope,
      reply: FastifyReply,
    ) {
      return this.record(name, agency, sent, envelope, reply);
    },
    RecordRoute({
      path: name,
      under: ':agency',
      id: name,
      summary: label,
      description: `${article}。角色：${roles.join('、')}`,
      body,
      answer: recordedAnswer,
    }),
    [PathParam('agency'), CommandBody(), CommandEnvelope(), Res({ passthrough: true })],
  );
}
