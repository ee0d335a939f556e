import type { Principal } from '#kernel';

/** Who a request comes from, or why nobody knows. Set by the first guard, read by the others. */
export type Identity =
  { readonly known: true; readonly principal: Principal } | { readonly known: false; readonly failure: Error };

declare module 'fastify' {
  interface FastifyRequest {
    /** `null` until the first guard has run: never a person by default. */
    identity: Identity | null;
  }
}
