import { NotFound } from '#kernel';
import { identityHash } from '../keys/identity-hash.js';
import type { KeyStore } from '../keys/key-store.js';
import { erasedOn, isErased, type Erased, type Erasure } from '../person/erasure.js';
import { normalisedIdentity } from '../person/identity-number.js';
import { personalDataSchema, type PersonalData } from '../person/personal-data.js';
import { personRecord, type RecordPlace, type RecordStore } from '../record-store.js';
import { keyLost, vaultCorrupt } from '../vault-errors.js';

/** The name of a text of a person in a case. */
export interface PersonalTextName {
  readonly caseId: string;
  readonly name: string;
  /** 1, then one more with every writing. */
  readonly version: number;
}

/** The reading half of the vault: looks at committed data of both files, while a writer may be at work. */
export class PersonReader {
  readonly #keys: KeyStore;
  readonly #records: RecordStore;

  constructor(keys: KeyStore, records: RecordStore) {
    this.#keys = keys;
    this.#records = records;
  }

  /** The tombstone, whichever file has it: one may have been restored from a backup of before the erasure. */
  erasure(person: string): Erasure | undefined {
    return this.#keys.erasure(person) ?? this.#records.erasure(person);
  }

  /** Whether anything is stored under this reference. */
  isKnown(person: string): boolean {
    return this.#records.list(person).length > 0 || this.#keys.hasKey(person);
  }

  /** Raises `not-found`, `vault-corrupt`. */
  data(person: string): PersonalData | Erased {
    const plain = this.#open(personRecord(person));
    if (plain === undefined) throw new NotFound('个人信息', person);
    return isErased(plain) ? plain : dataIn(plain, person);
  }

  /** Raises `not-found`, `vault-corrupt`. */
  text(place: RecordPlace): string | Erased {
    const plain = this.#open(place);
    if (plain === undefined) throw new NotFound('个人文字', `${place.person}/${place.caseId}/${place.name}`);
    if (isErased(plain)) return plain;
    const text = plain.toString('utf8');
    plain.fill(0);
    return text;
  }

  texts(person: string): readonly PersonalTextName[] | Erased {
    const places = this.#records.list(person).filter(({ caseId }) => caseId !== '');
    const erasure = this.erasure(person);
    return erasure ? erasedOn(erasure) : places.map(({ caseId, name, version }) => ({ caseId, name, version }));
  }

  /** The pseudonym of an identity number in this vault. */
  hashOf(identityNumber: string): Buffer {
    const secret = this.#keys.identitySecret();
    try {
      return identityHash(secret, identityNumber);
    } finally {
      secret.fill(0);
    }
  }

  /** Who is recorded with the identity number that has this hash. The hash only leads there; the record decides. */
  holderOf(identityNumber: string, hash: Uint8Array): string | undefined {
    const person = this.#keys.ownerOf(hash);
    if (person === undefined) return undefined;
    const plain = this.#open(personRecord(person));
    if (plain === undefined || isErased(plain)) return undefined;
    const recorded = dataIn(plain, person).identityNumber;
    const same = recorded !== undefined && normalisedIdentity(recorded) === normalisedIdentity(identityNumber);
    return same ? person : undefined;
  }

  /**
   * The order of the looks makes them one: the key is written before the record and destroyed before it, so a record that was
   * seen has its key, or by then a tombstone.
   */
  #open(place: RecordPlace): Buffer | Erased | undefined {
    const stored = this.#records.find(place);
    const key = this.#keys.keyOf(place.person);
    try {
      const erasure = this.erasure(place.person);
      if (erasure) return erasedOn(erasure);
      if (!stored) return undefined;
      if (!key) throw keyLost(place.person);
      return this.#records.open(key, stored);
    } finally {
      key?.fill(0);
    }
  }
}

/** Fills `plain` with zeros. No parser's error gets out: it would quote what it read. */
function dataIn(plain: Buffer, person: string): PersonalData {
  const text = plain.toString('utf8');
  plain.fill(0);
  const parsed = personalDataSchema.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  throw vaultCorrupt('个人信息的内容不合格式', { file: 'vault.db', personRef: person });
}

/** Undefined when the text is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
