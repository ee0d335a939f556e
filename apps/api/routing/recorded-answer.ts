import type { Recorded } from '#office';
import type { FastifyReply } from 'fastify';
import { etagOf } from '../http/if-match.js';

/** The answer to a recorded command: its body, with revision, replay and (for something new) address in the headers. */
export function answerRecorded<T extends Recorded>(
  reply: FastifyReply,
  recorded: T,
  location?: string,
): Omit<T, 'repeated'> {
  void reply.header('etag', etagOf(recorded.revision));
  if (location !== undefined) void reply.header('location', location);
  return withoutReplay(reply, recorded);
}

/** Moves `repeated` from the body to a header: a repeated command has the same body as the first. */
export function withoutReplay<T extends { readonly repeated: boolean }>(
  reply: FastifyReply,
  result: T,
): Omit<T, 'repeated'> {
  const { repeated, ...body } = result;
  if (repeated) void reply.header('idempotent-replay', 'true');
  return body;
}
