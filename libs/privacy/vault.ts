import { StoreUnavailable, validate } from '#kernel';
import type { Stores } from './erasing/destroy.js';
import { eraseAll } from './erasing/eraser.js';
import type { VaultFiles } from './files/open-files.js';
import { guarded } from './files/vault-faults.js';
import type { KeyWrap } from './keys/key-wrap.js';
import { rotate, type RotationProgress } from './keys/rotate.js';
import { erasureSchema, type Erased, type Erasure } from './person/erasure.js';
import { identityNumberSchema } from './person/identity-number.js';
import { personalDataSchema, personalTextSchema, type PersonalData } from './person/personal-data.js';
import { personRefSchema, textCaseIdSchema, textNameSchema } from './person/references.js';
import { PersonReader, type PersonalTextName } from './reading/person-reader.js';
import type { RecordPlace } from './record-store.js';
import { PersonRecorder } from './recording/person-recorder.js';
import { verifyVault, type VaultVerification } from './verify/verify-vault.js';

/** The parts of an open vault. */
export interface VaultParts {
  readonly stores: Stores;
  readonly files: VaultFiles;
  readonly wrap: KeyWrap;
  readonly mode: 'writer' | 'reader';
}

/**
 * Personal data, encrypted with a key per person. Made by `openVault`. What a method wrote is on the disk when it returns.
 * All methods raise `InvalidInput` for input that is malformed, and the errors that README.md lists for files and keys; no
 * error holds personal data. In a vault open for reading, writing raises `vault-read-only`.
 */
export class Vault {
  readonly #parts: VaultParts;
  readonly #reader: PersonReader;
  readonly #recorder: PersonRecorder;
  #closed = false;

  constructor(parts: VaultParts) {
    this.#parts = parts;
    const { keys, records } = parts.stores;
    this.#reader = new PersonReader(keys, records);
    this.#recorder = new PersonRecorder(keys, records, this.#reader);
  }

  /**
   * Records what is known about a person, in place of what was. Answers with the version, 1 for the first.
   * Raises `vault-person-erased`, and `vault-identity-in-use` when another person has the identity number.
   */
  put(personRef: string, record: PersonalData): number {
    const person = refOf(personRef);
    const data = validate(personalDataSchema, record, 'person');
    return this.#write(() => this.#recorder.put(person, data));
  }

  /** What is known about a person. Raises `not-found`, `vault-corrupt`. */
  get(personRef: string): PersonalData | Erased {
    const person = refOf(personRef);
    return this.#look(() => this.#reader.data(person));
  }

  /**
   * Records a text of a person in a case, in place of what stood under this name. Answers with the version.
   * Raises `not-found` when the person has no record, `vault-person-erased`.
   */
  putText(personRef: string, caseId: string, name: string, text: string): number {
    const place = placeOf(personRef, caseId, name);
    const checked = validate(personalTextSchema, text, 'text');
    return this.#write(() => this.#recorder.putText(place, checked));
  }

  /** A text of a person in a case. Raises `not-found`, `vault-corrupt`. */
  getText(personRef: string, caseId: string, name: string): string | Erased {
    const place = placeOf(personRef, caseId, name);
    return this.#look(() => this.#reader.text(place));
  }

  /** Which texts there are of a person, in the order of case and name; none for a person who is unknown. */
  texts(personRef: string): readonly PersonalTextName[] | Erased {
    const person = refOf(personRef);
    return this.#look(() => this.#reader.texts(person));
  }

  /** Who is recorded with this identity number, however it is spelled; null for nobody, or nobody any more. */
  findByIdentity(identityNumber: string): string | null {
    const wanted = validate(identityNumberSchema, identityNumber, 'identityNumber');
    return this.#look(() => this.#reader.holderOf(wanted, this.#reader.hashOf(wanted)) ?? null);
  }

  /**
   * Erases a person for ever: afterwards every read answers {@link Erased}, and no byte of key or ciphertext is left in a
   * file. A second time changes nothing and answers with the first decision. Raises `not-found`, and
   * `vault-scrub-incomplete` when the person is unreadable but old bytes still stand in a file: to be repeated.
   */
  erase(erasure: Erasure): Erasure {
    const checked = validate(erasureSchema, erasure, 'erasure');
    return this.#write(() => eraseAll(this.#parts.stores, this.#reader, [checked])[0] ?? checked);
  }

  /** Erases many persons for the price of one: both files are written anew once. All, or none if one is unknown. */
  eraseAll(erasures: readonly Erasure[]): readonly Erasure[] {
    const checked = validate(erasureSchema.array(), erasures, 'erasures');
    return this.#write(() => eraseAll(this.#parts.stores, this.#reader, checked));
  }

  /** The decision by which a person was erased; undefined when not. */
  erasure(personRef: string): Erasure | undefined {
    const person = refOf(personRef);
    return this.#look(() => this.#reader.erasure(person));
  }

  /** Wraps all keys under the current master key; the older ones are not needed any more. Answers as {@link rotate}. */
  rotateMasterKey(report: (progress: RotationProgress) => void = () => undefined): number {
    return this.#write(() => rotate(this.#parts.files.keys, this.#parts.wrap, report));
  }

  /** Ids of the master keys that still wrap something; the only ones that have to be given. More than one: a rotation is due. */
  masterKeysInUse(): readonly string[] {
    return this.#look(() => this.#parts.stores.keys.masters());
  }

  /** Opens every key and every ciphertext and checks both files. */
  verify(): VaultVerification {
    return this.#look(() => verifyVault(this.#parts.stores, this.#parts.files));
  }

  /** Lets go of files, lock and keys. A second time does nothing. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#parts.wrap.close();
    guarded(this.#parts.files.release);
  }

  #write<T>(work: () => T): T {
    if (this.#parts.mode === 'writer') return this.#look(work);
    throw new StoreUnavailable('vault-read-only', '个人信息库以只读方式打开，不能写入');
  }

  #look<T>(work: () => T): T {
    if (this.#closed) throw new StoreUnavailable('vault-closed', '个人信息库已关闭');
    return guarded(work);
  }
}

function refOf(personRef: string): string {
  return validate(personRefSchema, personRef, 'personRef');
}

function placeOf(personRef: string, caseId: string, name: string): RecordPlace {
  return {
    person: refOf(personRef),
    caseId: validate(textCaseIdSchema, caseId, 'caseId'),
    name: validate(textNameSchema, name, 'name'),
  };
}
