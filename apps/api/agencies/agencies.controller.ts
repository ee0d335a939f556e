import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Json, Principal } from '#kernel';
import { GetAgency, ListAgencies, RecordAgencyCommand, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { agenciesAnswer, agencyAnswer } from '../answers/agency-views.js';
import { recordedAnswer } from '../answers/recorded.js';
import { etagOf } from '../http/if-match.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { answerRecorded } from '../routing/recorded-answer.js';
import { ReadRoute, RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { foundAgency, foundingOf, newAgencyBody } from './new-agency.js';

/** Reads and founds agencies. */
@ApiTags('机关')
@Controller('agencies')
export class AgenciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({ path: '', id: 'listAgencies', summary: '权限范围内的机关', answer: agenciesAnswer })
  async list(@CurrentPrincipal() principal: Principal) {
    return this.queries.execute(new ListAgencies(principal));
  }

  @ReadRoute({
    path: ':agency',
    id: 'getAgency',
    summary: '机关：名称、上级、办理政策',
    answer: agencyAnswer,
    etag: true,
  })
  async get(
    @PathParam('agency') agency: string,
    @CurrentPrincipal() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const view = await this.queries.execute(new GetAgency(agency, principal));
    void reply.header('etag', etagOf(view.revision));
    return view;
  }

  @RecordRoute({
    path: '',
    id: foundAgency.name,
    summary: foundAgency.label,
    description: `${foundAgency.article}。角色：${foundAgency.roles.join('、')}`,
    body: newAgencyBody,
    answer: recordedAnswer,
    creates: true,
    ifMatch: false,
  })
  async found(
    @CommandBody() sent: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { agency, body } = foundingOf(sent);
    const request = { ...envelope, now: this.time.now() };
    const recorded = await this.commands.execute(new RecordAgencyCommand(foundAgency.name, agency, body, request));
    return answerRecorded(reply, recorded, `/agencies/${agency}`);
  }
}
