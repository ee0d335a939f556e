import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import '../identity/identity.js';

/**
 * One line per answered request: method, route pattern (never the path itself: somebody may type a name into it), status,
 * duration in milliseconds, staff id.
 */
export function logRequests(server: FastifyInstance): void {
  const logger = new Logger('Request');
  server.addHook('onResponse', async (request, reply) => {
    logger.log(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: request.identity?.known ? request.identity.principal.staffId : null,
      },
      'request',
    );
  });
}
