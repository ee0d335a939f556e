import { GongkaiError } from '#kernel';
import type { Office } from '#office';
import { loadMasterKeys, masterKeySource, openVault, vaultNotConfigured, type MasterKeySource } from '#privacy';
import { join } from 'node:path';
import { People, type VaultOrFault } from './people.js';
import { PersonBindings } from './person-bindings.js';

/** What the persons of an office are opened with. */
export interface PeopleOptions {
  readonly office: Office;
  /** Holds `vault/` and `people.db`. */
  readonly dataDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told what an operator should know although work goes on. */
  readonly warn: (warning: { readonly code: string; readonly message: string }) => void;
}

/**
 * Opens the vault and erases whoever is still to be erased. Without a master key, or with one that does not fit, everything but
 * personal data works, and those routes say why not. Raises `invalid-input` when both variables are set.
 */
export async function openPeople(options: PeopleOptions): Promise<People> {
  const { office, dataDir, environment, warn } = options;
  const opened = openedVault(join(dataDir, 'vault'), masterKeySource(environment), warn);
  const bindings = new PersonBindings(join(dataDir, 'people.db'));
  const people = new People(office, bindings, opened);
  try {
    await people.redrive();
    return people;
  } catch (error) {
    if (error instanceof GongkaiError) warn(error);
    // Unreadable, but old bytes still stand in a file: the next start clears them away.
    if (error instanceof GongkaiError && error.code === 'vault-scrub-incomplete') return people;
    people.close();
    throw error;
  }
}

function openedVault(directory: string, source: MasterKeySource | null, warn: PeopleOptions['warn']): VaultOrFault {
  if (source === null) return { fault: vaultNotConfigured() };
  try {
    const masterKeys = loadMasterKeys(source, warn);
    return { vault: openVault({ directory, masterKeys, mode: 'writer', warn }) };
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error;
    warn(error);
    return { fault: error };
  }
}
