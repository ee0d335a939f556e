import { masterKeySource, vaultNotConfigured } from '#privacy';
import { env } from 'node:process';
import type { People } from '../../api/index.js';
import { recordingIn } from '../office/with-office.js';
import { vaultIn, warn } from '../vault/open-vault.js';

/**
 * Opens the office and the persons of a data directory, as the service does, and closes both when `work` has ended. Never makes a
 * vault. Raises `vault-not-configured`, `vault-file-missing`, what opening the office raises, and in `work` why the vault is shut.
 */
export async function withPeople<T>(dataDir: string, work: (people: People) => Promise<T>): Promise<T> {
  if (masterKeySource(env) === null) throw vaultNotConfigured();
  vaultIn(dataDir);
  // Only here: other commands start without loading the service.
  const { openPeople } = await import('../../api/index.js');
  return recordingIn(dataDir, async ({ office }) => {
    const people = await openPeople({ office, dataDir, environment: env, warn });
    try {
      return await work(people);
    } finally {
      people.close();
    }
  });
}
