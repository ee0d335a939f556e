import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard } from './throttler.js';
import type { FastifyRequest } from 'fastify';
import './identity.js';

/**
 * Second guard: so many requests per minute for one person whatever the route, and for one address as long as nobody is
 * known behind it. Raises 429 with `Retry-After`.
 */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  protected override async getTracker(request: FastifyRequest): Promise<string> {
    return request.identity?.known ? `person:${request.identity.principal.staffId}` : `address:${request.ip}`;
  }

  protected override generateKey(_context: ExecutionContext, tracker: string): string {
    return tracker;
  }
}
