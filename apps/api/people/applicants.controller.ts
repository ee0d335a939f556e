import { Body, Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agencyIdSchema } from '#casework';
import type { Principal } from '#kernel';
import { personalDataSchema } from '#privacy';
import type { z } from 'zod';
import { personAnswer } from '../answers/person-views.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { PathParam } from '../routing/params.js';
import { PutRoute, ReadRoute } from '../routing/route.js';
import { BodyPipe, ValidationPipe } from '../routing/validation-pipe.js';
import { People } from './people.js';

const body = personalDataSchema.extend({ agency: agencyIdSchema.describe('登记该人的机关；以后不变') });

/** The persons behind the references: applicants and third parties. */
@ApiTags('个人信息')
@Controller('applicants/:ref')
export class ApplicantsController {
  constructor(@Inject(People) private readonly people: People) {}

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
}
