import { Controller, Inject, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { receiveApplication, stepsByHand, type StepFacts } from '#casework';
import type { Json } from '#kernel';
import { RecordCaseStep, type Clock } from '#office';
import type { FastifyReply } from 'fastify';
import { caseErasedAnswer } from '../answers/person-views.js';
import { caseRecordedAnswer } from '../answers/recorded.js';
import { People } from '../people/people.js';
import { defineRoute } from '../routing/define-route.js';
import { CommandBody, CommandEnvelope, PathParam, type Envelope } from '../routing/params.js';
import { answerRecorded } from '../routing/recorded-answer.js';
import { RecordRoute } from '../routing/route.js';
import { CLOCK } from '../tokens.js';

/** The step whose answer also says what became of every person of the case. */
const ERASURE = 'erase-personal-data';

/** Every step that has a route `POST /cases/:caseId/<name>`; the registration has one of its own. */
export const routedSteps: readonly StepFacts[] = stepsByHand.filter(({ name }) => name !== receiveApplication.name);

/** Records the steps of a case. Its routes are made from the list of steps: a new step has its route without a line here. */
@ApiTags('办理')
@Controller('cases/:caseId')
export class CaseStepsController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly time: Clock,
    @Inject(People) private readonly people: People,
  ) {}

  /** Sends one step to the office. */
  async record(step: StepFacts['name'], caseId: string, body: Json, envelope: Envelope, reply: FastifyReply) {
    const request = { ...envelope, now: this.time.now() };
    const recorded = await this.commands.execute(new RecordCaseStep(step, caseId, null, body, request));
    // The decision first, then the keys: sent again, or at the next start, what is left of it is done.
    const more = step === ERASURE ? { persons: await this.people.eraseAfter(recorded.stream) } : {};
    return { ...answerRecorded(reply, recorded), ...more };
  }
}

for (const { name, label, article, roles, body } of routedSteps) {
  defineRoute(
    CaseStepsController,
    name,
    async function (this: CaseStepsController, caseId: string, sent: Json, envelope: Envelope, reply: FastifyReply) {
      return this.record(name, caseId, sent, envelope, reply);
    },
    RecordRoute({
      path: name,
      under: ':caseId',
      id: name,
      summary: label,
      description: `${article}。角色：${roles.join('、')}`,
      body,
      answer: name === ERASURE ? caseErasedAnswer : caseRecordedAnswer,
    }),
    [PathParam('caseId'), CommandBody(), CommandEnvelope(), Res({ passthrough: true })],
  );
}
