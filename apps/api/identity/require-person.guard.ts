import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { principalOf } from './current-principal.js';

const PUBLIC = 'gongkai:public';

/** Open to everybody: health, version. Everything else needs a token. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** Last guard: turns away who is not known, unless the route is {@link Public}. Raises `unauthenticated`. */
@Injectable()
export class RequirePersonGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!isPublic) principalOf(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }
}
