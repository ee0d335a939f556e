import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { publishCalendar } from '#agency';
import { jurisdictionSchema } from '#calendar';
import type { Json, Principal } from '#kernel';
import { GetCalendarImpact, ListCalendars, PublishCalendar, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { calendarPublishedAnswer, calendarsAnswer, impactAnswer } from '../answers/calendar-views.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { CommandBody, CommandEnvelope, PathParam, QueryParams, type Envelope } from '../routing/params.js';
import { urlInteger } from '../routing/path-params.js';
import { answerRecorded } from '../routing/recorded-answer.js';
import { AskRoute, ReadRoute, RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { pageOf, pageQuery } from '../worklist/worklist-query.js';

const calendarsQuery = z.strictObject({
  jurisdiction: jurisdictionSchema.optional().describe('适用地区，例如 CN、CN-NX'),
  year: urlInteger(1990, 2200).optional().describe('哪一年的日历'),
});

/** Calendars of working days: which versions are known, and what a new one moves. */
@ApiTags('工作日历')
@Controller('calendars')
export class CalendarsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({
    path: '',
    id: 'listCalendars',
    summary: '所知的全部日历版本，公布在先的在前',
    query: calendarsQuery,
    answer: calendarsAnswer,
  })
  async list(@QueryParams(calendarsQuery) { jurisdiction, year }: z.output<typeof calendarsQuery>) {
    const filter = { ...(jurisdiction !== undefined && { jurisdiction }), ...(year !== undefined && { year }) };
    return this.queries.execute(new ListCalendars(filter));
  }

  @RecordRoute({
    path: '',
    id: publishCalendar.name,
    summary: publishCalendar.label,
    description: `${publishCalendar.article}。角色：${publishCalendar.roles.join('、')}`,
    body: publishCalendar.body,
    answer: calendarPublishedAnswer,
    creates: true,
    ifMatch: false,
  })
  async publish(
    @CommandBody() body: Json,
    @CommandEnvelope() envelope: Envelope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const request = { ...envelope, now: this.time.now() };
    const recorded = await this.commands.execute(new PublishCalendar(body, request));
    return answerRecorded(reply, recorded, `/calendars/${recorded.version}/impact`);
  }

  @AskRoute({
    path: 'impact',
    id: 'askCalendarImpact',
    summary: '试算：录入这一版本会使哪些在办案件的期限变动；不作任何记录',
    description: `角色：${publishCalendar.roles.join('、')}`,
    query: pageQuery,
    body: publishCalendar.body,
    answer: impactAnswer,
  })
  async ask(
    @CommandBody() body: Json,
    @QueryParams(pageQuery) query: z.output<typeof pageQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    const asked = { body, now: this.time.now() };
    return this.queries.execute(new GetCalendarImpact(asked, principal, pageOf(query)));
  }

  @ReadRoute({
    path: ':version/impact',
    id: 'getCalendarImpact',
    summary: '录入的版本使哪些当时在办案件的期限变动',
    query: pageQuery,
    answer: impactAnswer,
  })
  async impact(
    @PathParam('version') version: string,
    @QueryParams(pageQuery) query: z.output<typeof pageQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    return this.queries.execute(new GetCalendarImpact({ version }, principal, pageOf(query)));
  }
}
