import { GongkaiError, Refused } from '#kernel';
import { assertRole, assertScope, type Office, type Principal } from '#office';
import type { Erased, PersonalData, Vault } from '#privacy';
import { erasedCases, erasuresDue } from './erasures-due.js';
import type { PersonBindings } from './person-bindings.js';

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
  constructor(
    private readonly office: Office,
    private readonly bindings: PersonBindings,
    private readonly opened: VaultOrFault,
  ) {}

  /** Raises `role-not-allowed`, `not-found`, `outside-scope`, and what the vault raises. */
  get(ref: string, principal: Principal): PersonView {
    assertRole(principal, ['handler', 'head', 'reviewer']);
    const vault = this.#vault();
    const agency = this.bindings.agencyOf(ref);
    if (agency !== null) assertScope(principal, agency);
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

  /** After the decision to erase is durable: destroys the keys of the persons of the case that no other case needs. May be repeated. */
  async eraseAfter(stream: string): Promise<void> {
    if ('fault' in this.opened && this.opened.fault.code === 'vault-not-configured') return;
    this.#erase(this.#vault(), await erasuresDue(this.office, [stream], this.#mayGo));
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
