import { Refused, type LocalDate } from '#kernel';
import { existsOn, nameOn, parentOn, type AgencyState } from './agency.js';
import type { AgencyLevel } from './level.js';

/** One agency in a tree. */
export interface AgencyNode {
  readonly agencyId: string;
  readonly name: string;
  readonly level: AgencyLevel;
  readonly parentId: string | null;
}

/** Who stood below whom at the end of a year: the tree that the roll-ups of that year follow (DR 4). */
export interface AgencyTree {
  readonly year: number;
  /** Every agency that existed on December 31, in the order of ids. Plain JSON: its digest is the version of the tree. */
  readonly nodes: readonly AgencyNode[];
  /** Ids of the agencies without one above. */
  readonly roots: readonly string[];
  /** Ids of agencies whose parent did not exist that day. They and all below them are in no roll-up of another. */
  readonly detached: readonly string[];
}

/**
 * The tree valid at the end of `year`. Raises `agency-tree-cycle` (kind refused), naming the agencies that stand in or below a cycle. No
 * command makes one (`assertNoCycle`): a log that has one was not written by them, and nothing is told from its tree.
 */
export function agencyTree(states: Iterable<AgencyState>, year: number): AgencyTree {
  const date: LocalDate = `${year}-12-31` as LocalDate;
  const nodes = [...states]
    .filter((state) => existsOn(state, date))
    .map((state) => nodeOn(state, date))
    .sort((a, b) => (a.agencyId < b.agencyId ? -1 : 1));
  const ids = new Set(nodes.map((node) => node.agencyId));
  const idsWhere = (test: (node: AgencyNode) => boolean) => nodes.filter(test).map((node) => node.agencyId);
  const roots = idsWhere(({ parentId }) => parentId === null);
  const detached = idsWhere(({ parentId }) => parentId !== null && !ids.has(parentId));
  const tree: AgencyTree = { year, nodes, roots, detached };
  assertNoneLeftOver(tree);
  return tree;
}

/** Ids of all agencies below `agencyId`, itself left out, in the order of ids; empty for one that is not in the tree. */
export function descendants(tree: AgencyTree, agencyId: string): readonly string[] {
  return below(tree, [agencyId]).sort();
}

function below(tree: AgencyTree, from: readonly string[]): string[] {
  const children = Map.groupBy(tree.nodes, (node) => node.parentId);
  const found: string[] = [];
  const waiting = [...from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const ids = (children.get(at) ?? []).map((node) => node.agencyId);
    found.push(...ids);
    waiting.push(...ids);
  }
  return found;
}

/** Everything hangs from a root or a detached agency, or it stands in a cycle. */
function assertNoneLeftOver(tree: AgencyTree): void {
  const tops = [...tree.roots, ...tree.detached];
  const reached = new Set([...tops, ...below(tree, tops)]);
  const left = tree.nodes.map((node) => node.agencyId).filter((id) => !reached.has(id));
  if (left.length === 0) return;
  throw new Refused(
    'agency-tree-cycle',
    `${tree.year} 年末的上下级关系成环：${left.join('、')}；登记命令不会造成这种情况，日志可能来自别处：先核验日志（log verify），` +
      `再把其中一个移到正确的上级之下（agency move，--on 不晚于 ${tree.year}-12-31）`,
    { year: tree.year, agencies: left },
  );
}

function nodeOn(state: AgencyState, date: LocalDate): AgencyNode {
  return { agencyId: state.agencyId, name: nameOn(state, date), level: state.level, parentId: parentOn(state, date) };
}
