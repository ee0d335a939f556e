import { MethodNotAllowedException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/**
 * Tells "no such address" from "not with this method": remembers every route as it is registered, and on a request that
 * matched none answers 405 with `Allow` when the path is known. Call it before the first route is registered.
 */
export function answerMethodNotAllowed(server: FastifyInstance): void {
  const methodsByPath = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();

  server.addHook('onRoute', ({ url, method }) => {
    const known = methodsByPath.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const each of [method].flat()) known.methods.add(each);
    methodsByPath.set(url, known);
  });

  server.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = [...methodsByPath.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((each) => [...each.methods]);
    if (methods.length === 0) return;
    void reply.header('allow', [...new Set(methods)].sort().join(', '));
    throw new MethodNotAllowedException();
  });
}

/** A route such as `/cases/:caseId` as a pattern for paths. Wildcards (static files) are left out: they match everything below. */
function patternOf(url: string): RegExp {
  const segments = url.split('/').map((segment) => {
    if (segment.startsWith(':')) return '[^/]+';
    return segment.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${segments.join('/')}$`);
}
