import type { Instant, Principal } from '#kernel';

/**
 * The one door through which an identity enters the system. Bearer tokens are the first adapter ({@link TokenStore});
 * single sign-on will be another.
 */
export interface Authenticator {
  /**
   * Who holds this credential at `now`. Raises `unauthenticated` when it is missing, malformed, unknown, expired or
   * revoked: one code and one message, so that the answer tells nothing about the credential.
   */
  authenticate(credential: string | undefined, now: Instant): Promise<Principal>;
}
