import { NotFound, RuleBroken, validate, type Instant, type Principal } from '#kernel';
import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { guarded, openAccessDatabase } from './access-database.js';
import type { Authenticator } from './authenticator.js';
import { isTokenShaped, newToken, tokenHash } from './bearer-token.js';
import { agenciesColumn, recordOf } from './token-rows.js';
import { tokenRequestSchema, type TokenRecord, type TokenRequest } from './token.js';
import { Unauthenticated } from './unauthenticated.js';

/**
 * Bearer tokens in a file of their own (`access.db`), never in the log. Only hashes are stored: who reads the file cannot act
 * with what it holds. A token made or revoked by another process counts from the next request on.
 */
export class TokenStore implements Authenticator {
  readonly #database: DatabaseSync;
  readonly #byHash: StatementSync;

  /** Opens or creates the file. Raises `access-unavailable`, `access-foreign`. */
  constructor(file: string) {
    this.#database = openAccessDatabase(file);
    this.#byHash = this.#database.prepare('SELECT * FROM tokens WHERE hash = ?');
  }

  /**
   * Makes a token. The secret is in this answer and nowhere else.
   * Raises `InvalidInput`, or `token-expired` when the token would never be valid.
   */
  create(request: TokenRequest, now: Instant): { readonly token: string; readonly record: TokenRecord } {
    const { staffId, role, agencies, expiresAt } = validate(tokenRequestSchema, request, 'token');
    if (expiresAt <= now) throw new RuleBroken('token-expired', 'token.expiresAt', '失效时刻应晚于现在');
    const token = newToken();
    const record: TokenRecord = {
      id: randomUUID(),
      staffId,
      role,
      agencies,
      createdAt: now,
      expiresAt,
      revokedAt: null,
    };
    guarded(() =>
      this.#database
        .prepare(
          `INSERT INTO tokens (id, hash, staff_id, role, agencies, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(record.id, tokenHash(token), staffId, role, agenciesColumn(agencies), now, expiresAt),
    );
    return { token, record };
  }

  /** Every token ever made, oldest first, expired and revoked ones included. */
  list(): readonly TokenRecord[] {
    return guarded(() => this.#database.prepare('SELECT * FROM tokens ORDER BY created_at, id').all().map(recordOf));
  }

  /** Ends a token at once. A second time changes nothing. Raises `not-found`. */
  revoke(id: string, now: Instant): TokenRecord {
    return guarded(() => {
      this.#database.prepare('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL').run(now, id);
      const row = this.#database.prepare('SELECT * FROM tokens WHERE id = ?').get(id);
      if (!row) throw new NotFound('访问令牌', id);
      return recordOf(row);
    });
  }

  /** {@inheritDoc Authenticator.authenticate} */
  async authenticate(credential: string | undefined, now: Instant): Promise<Principal> {
    if (credential === undefined || !isTokenShaped(credential)) throw new Unauthenticated();
    const row = guarded(() => this.#byHash.get(tokenHash(credential)));
    if (!row) throw new Unauthenticated();
    const { staffId, role, agencies, revokedAt, expiresAt } = recordOf(row);
    if (revokedAt !== null || expiresAt <= now) throw new Unauthenticated();
    return { staffId, role, agencies };
  }

  /** Lets go of the file. */
  close(): void {
    this.#database.close();
  }
}
