import { hkdfSync, timingSafeEqual } from 'node:crypto';
import { masterKeyMissing, masterKeyWrong, vaultCorrupt } from '../vault-errors.js';
import { checkMasterKeys, KEY_BYTES, type MasterKeys } from './master-keys.js';
import { seal, unseal } from './seal.js';

/** A key under a master key, as it is stored. */
export interface WrappedKey {
  /** Id of the master key. */
  readonly master: string;
  readonly sealed: Uint8Array;
}

interface Derived {
  readonly wrap: Buffer;
  readonly proof: Buffer;
}

/**
 * Wraps and unwraps keys for one vault. Master keys are not used as they are: for each vault one key for wrapping and one
 * proof are derived (HKDF-SHA-256, the vault's id as salt), so that one master key may serve several vaults.
 */
export class KeyWrap {
  readonly vaultId: string;
  /** Id of the master key that {@link wrap} uses. */
  readonly current: string;
  readonly #derived = new Map<string, Derived>();

  /** Raises `vault-master-keys-malformed`, `vault-key-missing`. */
  constructor(masters: MasterKeys, vaultId: string) {
    checkMasterKeys(masters);
    this.vaultId = vaultId;
    this.current = masters.current;
    for (const [id, key] of masters.byId) {
      this.#derived.set(id, { wrap: derive(key, vaultId, 'wrap'), proof: derive(key, vaultId, 'proof') });
    }
  }

  /** What the vault stores to know a master key again; tells nothing about it. Raises `vault-key-missing`. */
  proof(master: string): Buffer {
    return this.#of(master).proof;
  }

  /** Raises `vault-key-missing`, or `vault-key-wrong` when `proof` was made from another key. */
  check(master: string, proof: Uint8Array): void {
    const own = this.#of(master).proof;
    if (proof.length !== own.length || !timingSafeEqual(proof, own)) throw masterKeyWrong(master);
  }

  /** Wraps under the current master key. `owner`: a person's reference, or the name of a secret. */
  wrap(key: Uint8Array, owner: readonly [kind: string, name: string]): WrappedKey {
    const master = this.current;
    return { master, sealed: seal(this.#of(master).wrap, key, this.#place(master, owner)) };
  }

  /** The key, to be filled with zeros after use. Raises `vault-key-missing`, `vault-corrupt`. */
  unwrap({ master, sealed }: WrappedKey, owner: readonly [kind: string, name: string]): Buffer {
    const key = unseal(this.#of(master).wrap, sealed, this.#place(master, owner));
    if (key?.length === KEY_BYTES) return key;
    throw vaultCorrupt('密钥库中的数据密钥已损坏或被调换', { file: 'keys.db', owner: owner[1] });
  }

  /** Forgets the master keys. */
  close(): void {
    for (const { wrap, proof } of this.#derived.values()) {
      wrap.fill(0);
      proof.fill(0);
    }
    this.#derived.clear();
  }

  #of(master: string): Derived {
    const derived = this.#derived.get(master);
    if (derived) return derived;
    throw masterKeyMissing(master);
  }

  #place(master: string, owner: readonly [string, string]): string[] {
    return ['gongkai-vault-key-1', this.vaultId, master, ...owner];
  }
}

function derive(key: Uint8Array, vaultId: string, purpose: 'wrap' | 'proof'): Buffer {
  return Buffer.from(hkdfSync('sha256', key, vaultId, `gongkai-vault-${purpose}-1`, KEY_BYTES));
}
