import { TokenStore } from '#access';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Works on the tokens of a data directory; also while the service runs. */
export function withTokens<T>(dataDir: string, work: (tokens: TokenStore) => T): T {
  mkdirSync(dataDir, { recursive: true });
  const tokens = new TokenStore(join(dataDir, 'access.db'));
  try {
    return work(tokens);
  } finally {
    tokens.close();
  }
}
