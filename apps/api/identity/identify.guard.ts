import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Unauthenticated, type Authenticator } from '#access';
import type { Clock } from '#office';
import type { FastifyRequest } from 'fastify';
import { AUTHENTICATOR, CLOCK } from '../tokens.js';
import './identity.js';

/**
 * First guard: finds out who asks, and lets everybody pass. The rate limit comes next and counts by person, or by address
 * for strangers; only then are strangers turned away.
 */
@Injectable()
export class IdentifyGuard implements CanActivate {
  constructor(
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const credential = bearer(request.headers.authorization);
    try {
      const principal = await this.authenticator.authenticate(credential, this.clock.now());
      request.identity = { known: true, principal };
    } catch (failure) {
      request.identity = { known: false, failure: failure instanceof Error ? failure : new Unauthenticated() };
    }
    return true;
  }
}

/** The credential of an `Authorization: Bearer` header (RFC 6750). */
function bearer(header: string | undefined): string | undefined {
  return /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
}
