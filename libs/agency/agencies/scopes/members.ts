import { NotFound, Refused, type LocalDate } from '#kernel';
import type { TableScope } from '../../table-scope.js';
import { nameOn, type AgencyState } from '../agency.js';
import { agencyTree, type AgencyNode, type AgencyTree } from '../agency-tree.js';
import type { Agencies } from '../hierarchy.js';
import type { AgencyLevel } from '../level.js';
import { heirsAtEndOf } from './heirs.js';

/** A body whose figures a table of some scope sums. */
export interface ScopeMember {
  readonly agencyId: string;
  readonly name: string;
  readonly level: AgencyLevel;
  /** The first day on which it no longer existed; `null` for a body that stood at the end of the year. */
  readonly dissolvedOn: LocalDate | null;
  /** The body in whose place in the tree it counts: itself, or the heir of a dissolved one. */
  readonly countsWith: string;
  /** The office (`…-office`) below a government that reports for it; `null` without one. */
  readonly officeId: string | null;
  /** The government for which it, being its office, reports; `null` for any other body. */
  readonly officeOf: string | null;
}

/** One more table that sums a body's figures. */
export interface ScopeOf {
  readonly agencyId: string;
  readonly scope: TableScope;
}

const GOVERNMENTS: readonly AgencyLevel[] = ['town', 'county', 'district', 'city', 'province'];

/** The rank of the government for which an office reports. */
const OFFICES: { readonly [level in AgencyLevel]?: AgencyLevel } = {
  'city-office': 'city',
  'province-office': 'province',
};

/**
 * Who belonged to whom at the end of one year. `own` is a body alone; `level` (本级) a government and everything below it that is
 * no government and below none other; `region` everything below. A dissolved body counts wherever its heir does.
 */
export class ScopesOfYear {
  readonly #tree: AgencyTree;
  readonly #nodes: ReadonlyMap<string, AgencyNode>;
  readonly #heirs: ReadonlyMap<string, string | null>;
  /** Offices by the government that they report for. */
  readonly #offices: ReadonlyMap<string, string>;

  /** Raises `agency-tree-cycle` (kind refused). */
  constructor(
    private readonly agencies: Agencies,
    readonly year: number,
  ) {
    this.#tree = agencyTree(agencies.values(), year);
    this.#nodes = new Map(this.#tree.nodes.map((node) => [node.agencyId, node]));
    this.#heirs = heirsAtEndOf(agencies, year);
    this.#offices = new Map(
      this.#tree.nodes.flatMap((node) => {
        const government = this.#governmentOf(node);
        return government === null ? [] : [[government, node.agencyId] as const];
      }),
    );
  }

  /**
   * The bodies in a scope of an agency, in the order of their ids; itself among them. For an office (`…-office`) below its own
   * government the scopes are those of the government. Raises `not-found`; `not-in-tree` (kind refused) for a level or region of a
   * body that did not exist at the end of the year: its figures are in the tables of its heir.
   */
  membersOf(agencyId: string, scope: TableScope): readonly ScopeMember[] {
    const state = this.agencies.get(agencyId);
    if (state === undefined) throw new NotFound('机关', agencyId);
    if (scope === 'own') return [this.#member(state)];
    const anchor = this.#anchorOf(agencyId);
    return [...this.agencies.values()]
      .filter((one) => this.#above(one.agencyId, scope).includes(anchor))
      .map((one) => this.#member(one))
      .sort((a, b) => (a.agencyId < b.agencyId ? -1 : 1));
  }

  /** Whether the body existed at the end of the year, so that it has a level and a region. */
  standsInTree(agencyId: string): boolean {
    return this.#nodes.has(agencyId);
  }

  /** Whether it is a government, or the office that stands for one, with anybody below it. */
  totals(agencyId: string): boolean {
    const node = this.#nodes.get(agencyId);
    return (
      node !== undefined && this.#isGovernment(node) && this.#tree.nodes.some(({ parentId }) => parentId === agencyId)
    );
  }

  /** Every table of a scope other than `own` in which the body's figures are, nearest first. */
  scopesWith(agencyId: string): readonly ScopeOf[] {
    return (['level', 'region'] as const).flatMap((scope) =>
      this.#above(agencyId, scope).map((above) => ({ agencyId: above, scope })),
    );
  }

  /** Ids of the bodies that a scope of theirs counts this one in: itself, or its heir, and those above. */
  #above(agencyId: string, scope: 'level' | 'region'): readonly string[] {
    const place = this.#placeOf(agencyId);
    const chain: AgencyNode[] = [];
    for (let at = place; at !== undefined; at = at.parentId === null ? undefined : this.#nodes.get(at.parentId)) {
      chain.push(at);
      if (scope === 'level' && this.#isGovernment(at)) break;
    }
    return chain.map((node) => node.agencyId);
  }

  #placeOf(agencyId: string): AgencyNode | undefined {
    return this.#nodes.get(this.#heirs.get(agencyId) ?? agencyId);
  }

  /** An office without its government above it reports for that government and stands for it. */
  #isGovernment(node: AgencyNode): boolean {
    return GOVERNMENTS.includes(node.level) || (node.level in OFFICES && this.#governmentOf(node) === null);
  }

  #governmentOf({ level, parentId }: AgencyNode): string | null {
    const parent = parentId === null ? undefined : this.#nodes.get(parentId);
    return parent !== undefined && parent.level === OFFICES[level] ? parent.agencyId : null;
  }

  #anchorOf(agencyId: string): string {
    const node = this.#nodes.get(agencyId);
    if (node !== undefined) return this.#governmentOf(node) ?? agencyId;
    const heir = this.#heirs.get(agencyId) ?? null;
    const where = heir === null ? '' : `，其数字计入 ${heir}`;
    throw new Refused('not-in-tree', `机关 ${agencyId} 在 ${this.year} 年末不存在${where}`, {
      agencyId,
      year: this.year,
      countsWith: heir,
    });
  }

  #member(state: AgencyState): ScopeMember {
    const { agencyId, level } = state;
    const end = `${this.year}-12-31` as LocalDate;
    const gone = state.dissolution !== null && state.dissolution.on <= end;
    const node = this.#nodes.get(agencyId);
    return {
      agencyId,
      name: nameOn(state, end),
      level,
      dissolvedOn: gone ? (state.dissolution?.on ?? null) : null,
      countsWith: (gone ? this.#heirs.get(agencyId) : null) ?? agencyId,
      officeId: this.#offices.get(agencyId) ?? null,
      officeOf: node === undefined ? null : this.#governmentOf(node),
    };
  }
}
