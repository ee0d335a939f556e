import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE } from './problem.js';
import { problemOf } from './problem-details.js';

/** Answers every error with Problem Details, and logs those that are the server's. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { problem, headers } = problemOf(error, {
      requestId: request.id,
      hasIfMatch: request.headers['if-match'] !== undefined,
    });
    if (problem.status >= 500)
      this.#logger.error({ err: error, code: problem.code, requestId: request.id }, problem.title);
    if (reply.sent) return;
    void reply.headers(headers).status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }
}
