import { canonicalJson, NotFound } from '#kernel';
import type { KeyStore } from '../keys/key-store.js';
import type { PersonalData } from '../person/personal-data.js';
import type { PersonReader } from '../reading/person-reader.js';
import { personRecord, type RecordPlace, type RecordStore } from '../record-store.js';
import { identityInUse, keyLost, personErased } from '../vault-errors.js';

/** The recording half of the vault. Takes checked input. Two files cannot be written at once, hence a fixed order: key, record, index. */
export class PersonRecorder {
  readonly #keys: KeyStore;
  readonly #records: RecordStore;
  readonly #reader: PersonReader;

  constructor(keys: KeyStore, records: RecordStore, reader: PersonReader) {
    this.#keys = keys;
    this.#records = records;
    this.#reader = reader;
  }

  /** Raises `vault-person-erased`, `vault-identity-in-use`, `vault-corrupt`; nothing is written then. */
  put(person: string, data: PersonalData): number {
    this.#refuseErased(person);
    const identity = data.identityNumber === undefined ? undefined : this.#identity(person, data.identityNumber);
    if (this.#records.list(person).length > 0 && !this.#keys.hasKey(person)) throw keyLost(person);
    const key = this.#keys.prepare(person, identity);
    try {
      const version = this.#records.put(key, personRecord(person), Buffer.from(canonicalJson(data), 'utf8'));
      this.#keys.keepOnlyIdentity(person, identity);
      return version;
    } finally {
      key.fill(0);
    }
  }

  /** Raises `not-found` when the person has no record, `vault-person-erased`, `vault-corrupt`. */
  putText(place: RecordPlace, text: string): number {
    this.#refuseErased(place.person);
    if (!this.#records.find(personRecord(place.person))) throw new NotFound('个人信息', place.person);
    const key = this.#keys.keyOf(place.person);
    if (!key) throw keyLost(place.person);
    try {
      return this.#records.put(key, place, Buffer.from(text, 'utf8'));
    } finally {
      key.fill(0);
    }
  }

  #refuseErased(person: string): void {
    if (this.#reader.erasure(person)) throw personErased(person);
  }

  #identity(person: string, identityNumber: string): Buffer {
    const hash = this.#reader.hashOf(identityNumber);
    const holder = this.#reader.holderOf(identityNumber, hash);
    if (holder !== undefined && holder !== person) throw identityInUse(holder);
    return hash;
  }
}
