import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE } from './problem.js';
import { problemOf } from './problem-details.js';
import { REQUEST_ID_HEADER } from './request-id.js';

/** Answers what the router refuses before any route is found: broken percent encoding, a parameter that is too long. */
export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { problem, headers } = problemOf(error, { requestId: request.id, hasIfMatch: false });
  void reply
    .headers({ ...headers, [REQUEST_ID_HEADER]: request.id })
    .status(problem.status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}
