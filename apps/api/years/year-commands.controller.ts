import { Controller, Inject, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { acceptDrift, importReport, restateYear, waiveRule, type CommandFacts } from '#agency';
import type { Json } from '#kernel';
import {
  AcceptDrift,
  CloseYear,
  closeYearBody,
  ImportReport,
  RestateYear,
  WaiveRule,
  type Clock,
  type YearCommand,
  type YearCommandResult,
} from '#office';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { yearRestatedAnswer } from '../answers/proof-views.js';
import { recordedAnswer, yearClosedAnswer } from '../answers/recorded.js';
import { defineRoute } from '../routing/define-route.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { answerRecorded, withoutReplay } from '../routing/recorded-answer.js';
import { RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';

/** A route `POST /agencies/:agency/years/:year/<path>`. */
interface YearRoute {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly body: z.ZodType;
  /** Stands in for an empty body. */
  readonly otherwise?: Json;
  readonly answer: z.ZodType;
  readonly ifMatch?: boolean;
  readonly command: Type<YearCommand<YearCommandResult>>;
}

/** What a command of the core says of itself, with what is to know besides. */
function factsOf({ name, label, article, roles, body }: CommandFacts, more = '') {
  return { id: name, summary: label, description: `${article}。${more}角色：${roles.join('、')}`, body };
}

const ROUTES: readonly YearRoute[] = [
  {
    path: 'close',
    id: 'close-year',
    summary: '年度关账：结转未结案件、固定报表',
    description: '可重复执行，结果相同；有不合格的勾稽规则时拒绝并列出',
    body: closeYearBody,
    otherwise: {},
    answer: yearClosedAnswer,
    ifMatch: false,
    command: CloseYear,
  },
  { path: 'waivers', ...factsOf(waiveRule), answer: recordedAnswer, command: WaiveRule },
  {
    path: 'restate',
    ...factsOf(restateYear, '公布新的版次，旧版不变。'),
    answer: yearRestatedAnswer,
    command: RestateYear,
  },
  {
    path: acceptDrift.name,
    ...factsOf(acceptDrift, '作为调整，在下年度的结转核对中说明。'),
    answer: recordedAnswer,
    command: AcceptDrift,
  },
  {
    path: importReport.name,
    ...factsOf(importReport, '空白为 null，不当作 0；以后导入的代替先前的。'),
    answer: recordedAnswer,
    command: ImportReport,
  },
];

/** The books of a year: closing, waivers, settling drift, figures published elsewhere. Its routes are made from the list above. */
@ApiTags('年度')
@Controller('agencies/:agency/years/:year')
export class YearCommandsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  /** Sends one command to the office. */
  async record(
    { command }: YearRoute,
    agency: string,
    year: number,
    body: Json,
    envelope: Envelope,
    reply: FastifyReply,
  ) {
    const request = { ...envelope, now: this.time.now() };
    const result = await this.commands.execute(new command(agency, year, body, request));
    return 'revision' in result ? answerRecorded(reply, result) : withoutReplay(reply, result);
  }
}

for (const route of ROUTES) {
  defineRoute(
    YearCommandsController,
    route.id,
    async function (
      this: YearCommandsController,
      agency: string,
      year: number,
      body: Json,
      envelope: Envelope,
      reply: FastifyReply,
    ) {
      return this.record(route, agency, year, body, envelope, reply);
    },
    RecordRoute({ ...route, under: ':agency/:year' }),
    [
      PathParam('agency'),
      PathParam('year'),
      CommandBody(route.otherwise),
      CommandEnvelope(),
      Res({ passthrough: true }),
    ],
  );
}
