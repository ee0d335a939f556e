import type { Role } from './event.js';

/** Who sends a request: the person and the reach of the token. Comes from the authenticator, never from a body. */
export interface Principal {
  /** Staff id of the person; becomes the actor of every event. */
  readonly staffId: string;
  readonly role: Role;
  /** Agencies on whose behalf the person may act; `'*'` for all. */
  readonly agencies: readonly string[] | '*';
}
