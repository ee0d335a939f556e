import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { localDateOf, type Principal } from '#kernel';
import { GetWorklist, type Clock, type WorklistFilter } from '#office';
import type { z } from 'zod';
import { worklistAnswer } from '../answers/case-views.js';
import { CurrentPrincipal } from '../identity/current-principal.js';
import { QueryParams } from '../routing/params.js';
import { ReadRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';
import { pageOf, worklistQuery } from './worklist-query.js';

/** What is to be done, by due date. */
@ApiTags('案件')
@Controller('worklist')
export class WorklistController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @ReadRoute({ path: '', id: 'getWorklist', summary: '待办，按期限先后', query: worklistQuery, answer: worklistAnswer })
  async get(
    @QueryParams(worklistQuery) query: z.output<typeof worklistQuery>,
    @CurrentPrincipal() principal: Principal,
  ) {
    const { agency, status, dueWithin, overdue } = query;
    const filter: WorklistFilter = {
      today: localDateOf(this.time.now()),
      ...pageOf(query),
      ...(agency !== undefined && { agency }),
      ...(status !== undefined && { status }),
      ...(dueWithin !== undefined && { dueWithin }),
      ...(overdue !== undefined && { overdue }),
    };
    return this.queries.execute(new GetWorklist(filter, principal));
  }
}
