import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Unauthenticated } from '#access';
import type { Principal } from '#kernel';
import type { FastifyRequest } from 'fastify';
import './identity.js';

/** The person behind a request. Raises what the authenticator raised, `unauthenticated` as a rule. */
export function principalOf({ identity }: FastifyRequest): Principal {
  if (identity?.known) return identity.principal;
  throw identity?.failure ?? new Unauthenticated();
}

/** The person behind the request, for a handler. */
export const CurrentPrincipal = createParamDecorator((_data: unknown, context: ExecutionContext): Principal =>
  principalOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
