import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** RFC 9112, section 3.2: a request of HTTP/1.1 without `Host` is answered with 400. */
export function requireHost(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ raw }) => {
    if (raw.httpVersion === '1.1' && raw.headers.host === undefined) throw new BadRequestException();
  });
}
