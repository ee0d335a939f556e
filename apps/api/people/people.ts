import { currentCase, erasePersonalData, isErasedFrom } from '#casework';
import { GongkaiError, NotFound, Refused, validate } from '#kernel';
import { assertRole, assertScope, isInScope, type Office, type Principal, type RequestContext } from '#office';
import type { Erased, PersonalData, Vault } from '#privacy';
import { holdersOf } from './cases-of-person.js';
import { erasedCases, erasuresDue } from './erasures-due.js';
import { forgetPerson, forgettingBody, type PersonForgotten } from './forget-person.js';
import { absentFate, erasedFate, heldFate, pendingFate, type PersonFate } from './person-fate.js';
import type { PersonBindings } from './person-bindings.js';
import { personsOf } from './persons-of-case.js';

/** A person as read: the data, or that they were erased. */
export interface PersonView {
  readonly ref: string;
  readonly agency: string;
  readonly person: PersonalData | Erased;
}

/** The vault, or why there is none now. */
export type VaultOrFault = { readonly vault: Vault } | { readonly fault: GongkaiError };

/**
 * The persons behind the references of the log: who may read and record them, and their erasure. Every method but
 * {@link redrive} raises the fault when the vault is not open (kind unavailable).
 */
export class People {
  /** Settles when the last forgetting that was begun has ended, well or not. */
  #forgetting: Promise<void> = Promise.resolve();

  constructor(
    private readonly office: Office,
    private readonly bindings: PersonBindings,
    private readonly opened: VaultOrFault,
  ) {}

  /** Raises `role-not-allowed`, `not-found` (also for a person of an agency out of scope), and what the vault raises. */
  get(ref: string, principal: Principal): PersonView {
    assertRole(principal, ['handler', 'head', 'reviewer']);
    const vault = this.#vault();
    const agency = this.bindings.agencyOf(ref);
    // Whether another agency uses the reference is not for everybody to know.
    if (agency !== null && !isInScope(principal, agency)) throw new NotFound('个人信息', ref);
    const person = vault.get(ref);
    if (agency === null) throw new Refused('person-unbound', '该个人代号没有所属机关，请联系运维人员', { ref });
    return { ref, agency, person };
  }

  /**
   * Records a person for an agency; the first record binds the reference to it for good. Raises `role-not-allowed`,
   * `outside-scope`, `not-found` (agency), `person-of-other-agency`, and what the vault raises.
   */
  async put(ref: string, agency: string, person: PersonalData, principal: Principal): Promise<PersonView> {
    assertRole(principal, ['handler', 'head']);
    assertScope(principal, agency);
    const vault = this.#vault();
    await this.office.agencies.agencyOf(agency);
    if (this.bindings.bind(ref, agency) !== agency) {
      throw new Refused('person-of-other-agency', '该个人代号已由其他机关使用，请换用新代号');
    }
    try {
      vault.put(ref, person);
    } catch (error) {
      throw this.#withoutForeignRef(error, principal);
    }
    return { ref, agency, person: vault.get(ref) };
  }

  /**
   * After the decision to erase is durable: destroys the keys of the persons of the case that no other case needs, and says of each
   * person of the case what became of them. May be repeated.
   */
  async eraseAfter(stream: string): Promise<readonly PersonFate[]> {
    const state = currentCase(await this.office.desk.history(stream));
    if (state === null) return [];
    const { agency } = state;
    const refs = personsOf(state);
    if ('fault' in this.opened && this.opened.fault.code === 'vault-not-configured') {
      return refs.map((ref) => (isErasedFrom(state, ref) ? pendingFate(ref) : heldFate(ref, [state])));
    }
    const vault = this.#vault();
    this.#erase(vault, await erasuresDue(this.office, [stream], this.#mayGo));
    const living = refs.filter((ref) => this.#mayGo(ref, agency));
    const holders = await holdersOf(this.office, new Map(living.map((ref) => [ref, agency])));
    return refs.map((ref) => {
      const held = holders.get(ref);
      if (held !== undefined) return heldFate(ref, held);
      const erasure = this.bindings.agencyOf(ref) === agency ? vault.erasure(ref) : undefined;
      return erasure === undefined ? absentFate(ref) : erasedFate(erasure);
    });
  }

  /**
   * Forgets a person: see {@link forgetPerson}, which raises the rest. Raises `role-not-allowed`, `invalid-input`, and `not-found`
   * for a person who was never recorded, also for one of an agency out of scope. One forgetting at a time: the second of two at
   * once finds the first one done.
   */
  async forget(ref: string, body: unknown, request: RequestContext): Promise<PersonForgotten> {
    assertRole(request.principal, erasePersonalData.roles);
    const decision = validate(forgettingBody, body);
    const vault = this.#vault();
    const agency = this.bindings.agencyOf(ref);
    const known = vault.erasure(ref) !== undefined || isThere(vault, ref);
    if (agency === null || !known || !isInScope(request.principal, agency)) throw new NotFound('个人信息', ref);
    const turn = this.#forgetting.then(() =>
      forgetPerson({ office: this.office, vault }, ref, agency, decision, request),
    );
    this.#forgetting = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  /** At opening: erases whoever a recorded decision names and whose key is still there, after a kill or a restored backup. */
  async redrive(): Promise<void> {
    if ('fault' in this.opened) return;
    const { vault } = this.opened;
    this.#erase(vault, await erasuresDue(this.office, await erasedCases(this.office), this.#mayGo));
  }

  close(): void {
    if ('vault' in this.opened) this.opened.vault.close();
    this.bindings.close();
  }

  #vault(): Vault {
    if ('vault' in this.opened) return this.opened.vault;
    throw this.opened.fault;
  }

  #erase(vault: Vault, due: Parameters<Vault['eraseAll']>[0]): void {
    if (due.length > 0) vault.eraseAll(due);
  }

  /** A person of the same agency who is in the vault and not erased yet. The same reference elsewhere is somebody else. */
  readonly #mayGo = (ref: string, agency: string): boolean => {
    const vault = this.#vault();
    return this.bindings.agencyOf(ref) === agency && vault.erasure(ref) === undefined && isThere(vault, ref);
  };

  /** Another agency's reference is not for everybody to know. */
  #withoutForeignRef(error: unknown, { agencies }: Principal): unknown {
    if (!(error instanceof GongkaiError) || error.code !== 'vault-identity-in-use' || agencies === '*') return error;
    const holder = this.bindings.agencyOf(String(error.facts['personRef']));
    if (holder !== null && agencies.includes(holder)) return error;
    return new Refused('vault-identity-in-use', '该证件号码已由其他机关登记，请联系运维人员');
  }
}

/** A record that is damaged is there: it can still be erased. */
function isThere(vault: Vault, ref: string): boolean {
  try {
    vault.get(ref);
    return true;
  } catch (error) {
    if (error instanceof GongkaiError && error.code === 'not-found') return false;
    if (error instanceof GongkaiError && error.code === 'vault-corrupt') return true;
    throw error;
  }
}
