import { randomUUID } from 'node:crypto';

const HARMLESS = /^[A-Za-z0-9._-]{1,128}$/;

/** Name of the header, in requests and answers. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** The id of a request: the caller's if it is harmless in a log line, else a new one. Becomes the correlation id of events. */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && HARMLESS.test(header) ? header : randomUUID();
}
