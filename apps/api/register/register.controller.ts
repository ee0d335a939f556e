import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { registerCommands, type CommandFacts } from '#agency';
import type { Json, Principal } from '#kernel';
import { GetRegister, RecordRegisterCommand, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { registerAnswer } from '../answers/agency-views.js';
import { recordedAnswer } from '../answers/recorded.js';
import { etagOf } from '../http/if-match.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { defineRoute } from '../routing/define-route.js';
import { CommandBody, CommandEnvelope, PathParam, QueryParams, type Envelope } from '../routing/params.js';
import { answerRecorded } from '../routing/recorded-answer.js';
import { ReadRoute, RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { pageOf, pageQuery } from '../worklist/worklist-query.js';

/** The command that corrects an entry: it names the year of the register in its address, the others take it from `on`. */
const RECTIFY = 'rectify-register-entry';

/** The register of proactive disclosure (主动公开台账). The routes of its commands are made from their list. */
@ApiTags('主动公开台账')
@Controller('agencies/:agency/register')
export class RegisterController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({
    path: ':year',
    under: ':agency',
    id: 'getRegister',
    summary: '一个年度的主动公开台账',
    description: '不写 limit 和 cursor 时一次给出全部各条',
    query: pageQuery,
    answer: registerAnswer,
    etag: true,
  })
  async get(
    @PathParam('agency') agency: string,
    @PathParam('year') year: number,
    @QueryParams(pageQuery) query: z.output<typeof pageQuery>,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = query.limit === undefined && query.cursor === undefined ? {} : pageOf(query);
    const view = await this.queries.execute(new GetRegister(agency, year, principal, page));
    if (view.revision >= 0) void reply.header('etag', etagOf(view.revision));
    return view;
  }

  /** Sends one command to the office. `year` for a rectification only. */
  async record(name: string, agency: string, year: number | null, body: Json, envelope: Envelope, reply: FastifyReply) {
    const request = { ...envelope, now: this.time.now() };
    return answerRecorded(
      reply,
      await this.commands.execute(new RecordRegisterCommand(name, agency, body, request, year)),
    );
  }
}

function recordRoute({ name, label, article, roles, body }: CommandFacts, path: string): MethodDecorator {
  const description = `${article}。角色：${roles.join('、')}`;
  return RecordRoute({ path, under: ':agency', id: name, summary: label, description, body, answer: recordedAnswer });
}

for (const command of registerCommands) {
  const { name } = command;
  if (name === RECTIFY) {
    defineRoute(
      RegisterController,
      name,
      async function (
        this: RegisterController,
        agency: string,
        year: number,
        sent: Json,
        envelope: Envelope,
        reply: FastifyReply,
      ) {
        return this.record(name, agency, year, sent, envelope, reply);
      },
      recordRoute(command, `:year/${name}`),
      [PathParam('agency'), PathParam('year'), CommandBody(), CommandEnvelope(), Res({ passthrough: true })],
    );
  } else {
    defineRoute(
      RegisterController,
      name,
      async function (this: RegisterController, agency: string, sent: Json, envelope: Envelope, reply: FastifyReply) {
        return this.record(name, agency, null, sent, envelope, reply);
      },
      recordRoute(command, name),
      [PathParam('agency'), CommandBody(), CommandEnvelope(), Res({ passthrough: true })],
    );
  }
}
