import { Body, createParamDecorator, Param, Query, type ExecutionContext } from '@nestjs/common';
import type { Json, Principal } from '#kernel';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { commandIdOf, parseIdempotencyKey } from '../http/idempotency-key.js';
import { parseIfMatch } from '../http/if-match.js';
import { principalOf } from '../identity/current-principal.js';
import { PATH_PARAMS, type PathParamName } from './path-params.js';
import { BodyPipe, ValidationPipe } from './validation-pipe.js';

/** What comes with a command besides its body: all of a `RequestContext` but the time. */
export interface Envelope {
  readonly principal: Principal;
  readonly commandId: string;
  readonly correlationId: string;
  readonly expectedRevision?: number;
}

/** The envelope of a command. Raises what `Idempotency-Key` and `If-Match` raise. */
export const CommandEnvelope = createParamDecorator((_data: unknown, context: ExecutionContext): Envelope => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const principal = principalOf(request);
  const commandId = commandIdOf(principal.staffId, parseIdempotencyKey(request.headers['idempotency-key']));
  const expectedRevision = parseIfMatch(request.headers['if-match']);
  return {
    principal,
    commandId,
    correlationId: request.id,
    ...(expectedRevision !== undefined && { expectedRevision }),
  };
});

/** A parameter of the path, by its schema. */
export function PathParam(name: PathParamName): ParameterDecorator {
  return Param(name, new ValidationPipe(PATH_PARAMS[name], `path.${name}`));
}

/** All parameters of the query, by one schema; unknown ones are refused. */
export function QueryParams(schema: z.ZodObject): ParameterDecorator {
  return Query(new ValidationPipe(schema, 'query'));
}

/** The body of a command; `otherwise` stands in for an empty one. */
export function CommandBody(otherwise?: Json): ParameterDecorator {
  return Body(new BodyPipe(otherwise));
}
