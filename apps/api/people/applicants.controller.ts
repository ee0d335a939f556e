import { Body, Controller, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agencyIdSchema, erasePersonalData } from '#casework';
import type { Json, Principal } from '#kernel';
import type { Clock } from '#office';
import { personalDataSchema } from '#privacy';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { personAnswer, personForgottenAnswer } from '../answers/person-views.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { withoutReplay } from '../routing/recorded-answer.js';
import { PutRoute, ReadRoute, RecordRoute } from '../routing/route.js';
import { BodyPipe, ValidationPipe } from '../routing/validation-pipe.js';
import { CLOCK } from '../tokens.js';
import { forgettingBody } from './forget-person.js';
import { People } from './people.js';

const body = personalDataSchema.extend({ agency: agencyIdSchema.describe('登记该人的机关；以后不变') });

/** The persons behind the references: applicants and third parties. */
@ApiTags('个人信息')
@Controller('applicants/:ref')
export class ApplicantsController {
  constructor(
    @Inject(People) private readonly people: People,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({
    path: '',
    under: ':ref',
    id: 'getApplicant',
    summary: '申请人或第三方的个人信息；已销毁的答 erased',
    description: '角色：handler、head、reviewer',
    answer: personAnswer,
  })
  async get(@PathParam('ref') ref: string, @CurrentPrincipal() principal: Principal) {
    return this.people.get(ref, principal);
  }

  @PutRoute({
    path: '',
    under: ':ref',
    id: 'putApplicant',
    summary: '登记或更正个人信息，加密存放；日志中只有代号',
    description: '整体替换；重复发送结果相同。角色：handler、head',
    body,
    answer: personAnswer,
  })
  async put(
    @PathParam('ref') ref: string,
    @Body(new BodyPipe(), new ValidationPipe(body, 'body')) { agency, ...person }: z.output<typeof body>,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.people.put(ref, agency, person, principal);
  }

  @RecordRoute({
    path: 'forget',
    under: ':ref',
    id: 'forget-person',
    summary: '删除一人的个人信息：在其每一件案件中记录，然后销毁密钥',
    description: `全部案件都可以删除时才记录；否则逐件列出还须等什么，不作任何记录。同案其他人不受影响。${erasePersonalData.article}。角色：${erasePersonalData.roles.join('、')}`,
    body: forgettingBody,
    answer: personForgottenAnswer,
    ifMatch: false,
  })
  async forget(
    @PathParam('ref') ref: string,
    @CommandBody() sent: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const request = { ...envelope, now: this.time.now() };
    return withoutReplay(reply, await this.people.forget(ref, sent, request));
  }
}
