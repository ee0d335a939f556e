import { cellKey, cellLabel, figureInForm, figureOf, sumCell, table2Cells, type CellAddress } from '#statistics';
import type { Principal } from '../principal.js';
import type { AuditFault } from '../years/audit-year.js';
import { digestOf } from '../years/figures-of.js';
import { caseCells, recountOf, unitsByCell } from '../years/recounted-lists.js';
import type { MemberFigures } from './read-members.js';
import { mayList, readPresent, type ScopeParts } from './scope-parts.js';
import type { ScopeAudit, ScopeAuditFault } from './scope-queries.js';
import type { ScopeOfYear, ScopeReading } from './scope-reader.js';
import { undecidedMembers } from './undecided.js';

/** What counting a member's lists again came to, by the keys of cells; `null`: its figures are not from lists. */
type Lists = ReadonlyMap<string, number | null>;

/**
 * Proves the tables of a scope: the year of every member that keeps its cases here, that no case is in two members, and that every
 * figure is what the lists of the members and the imported reports come to.
 */
export class ScopeAuditor {
  constructor(private readonly parts: ScopeParts) {}

  /** Raises `outside-scope`, `not-found`, `not-in-tree`. */
  async audit(
    of: ScopeOfYear,
    principal: Principal,
    onProgress?: (audited: number, members: number) => void,
  ): Promise<ScopeAudit> {
    const reading = await readPresent(this.parts, of, principal);
    const { agency, year, scope, form, members, tables } = reading;
    const faults: ScopeAuditFault[] = [];
    const lists = new Map<string, Lists>();
    const seen = new Map<string, string>();
    for (const [index, member] of members.entries()) {
      if (member.basis === 'edition' || member.basis === 'current') {
        faults.push(...(await this.#own(member.agency, year, principal)));
        faults.push(...this.#twice(member.agency, seen));
        lists.set(member.agency, await this.#lists(member, reading));
      }
      onProgress?.(index + 1, members.length);
    }
    const idsWith = (basis: MemberFigures['basis']) =>
      members.filter((member) => member.basis === basis).map((member) => member.agency);
    const missing = idsWith('missing');
    const whole = [...table2Cells(form), ...caseCells(form)].filter(
      (cell) => figureOf(sumCell(members, cell)) !== null,
    );
    faults.push(
      ...whole.flatMap((cell) => miscounted(cell, reading, lists)),
      ...missing.map((id) =>
        fault(null, 'members', `成员 ${id} 没有数字：既未在本系统办件或结账，也未导入其公布的报告`),
      ),
    );
    return {
      agency,
      year,
      scope,
      form: tables.figures.form,
      members: members.length,
      imported: idsWith('imported'),
      missing,
      undecided: undecidedMembers(members),
      cases: seen.size,
      cells: whole.length,
      sound: faults.length === 0,
      faults,
    };
  }

  /** Case ids are told only to whom they may be listed. */
  async #own(agency: string, year: number, principal: Principal): Promise<readonly ScopeAuditFault[]> {
    const { faults } = await this.parts.auditor.prove(agency, year);
    const visible = mayList(principal, agency);
    return faults.map((one) => ({ ...one, agency, ...(!visible && withoutCases(one)) }));
  }

  #twice(agency: string, seen: Map<string, string>): readonly ScopeAuditFault[] {
    const faults: ScopeAuditFault[] = [];
    for (const { count } of this.parts.reader.counts(agency)) {
      const other = seen.get(count.caseId);
      if (other !== undefined) faults.push(fault(null, 'partition', `同一件申请计入 ${other} 和 ${agency}`));
      seen.set(count.caseId, agency);
    }
    return faults;
  }

  /** An edition that drifted is judged by its own audit; here its figures count as published. */
  async #lists(member: MemberFigures, { year, form }: ScopeReading): Promise<Lists> {
    const { agency, edition } = member;
    const editionForm = member.figures?.form ?? form;
    if (edition !== null) {
      const now = this.parts.reader.read({ agency, year, form: editionForm }).figures;
      if (digestOf(now) !== edition.digest) return publishedLists(member, form);
    }
    const counts = [...this.parts.reader.counts(agency)].map(({ count }) => count);
    const units = unitsByCell(counts, year, form);
    const registers = await this.parts.lineage.registers(agency, year);
    const ofRegister = table2Cells(form).map((cell) => [cellKey(cell), recountOf(registers, year, cell)] as const);
    const takenOver = member.takenOver.map(
      ({ kind, column }) => [cellKey({ table: 2, row: kind, column }), 0] as const,
    );
    return new Map<string, number | null>([
      ...caseCells(form).map((cell) => [cellKey(cell), units.get(cellKey(cell)) ?? 0] as const),
      ...ofRegister.map(([key, value]) => [key, typeof value === 'number' ? value : null] as const),
      ...takenOver,
    ]);
  }
}

function publishedLists({ figures }: MemberFigures, form: ScopeReading['form']): Lists {
  const cells = [...table2Cells(form), ...caseCells(form)];
  return new Map(cells.map((cell) => [cellKey(cell), figures === null ? null : figureInForm(figures, cell)]));
}

/** Sums the lists of the members, and the figures of those without lists, and compares with the table. */
function miscounted(cell: CellAddress, { members, form }: ScopeReading, lists: ReadonlyMap<string, Lists>) {
  const shown = figureOf(sumCell(members, cell));
  const different = members.filter(({ agency, figures }) => {
    const own = lists.get(agency);
    return own !== undefined && figures !== null && own.get(cellKey(cell)) !== figureInForm(figures, cell);
  });
  if (different.length === 0) return [];
  const who = different.map(({ agency }) => agency).join('、');
  const message = `${cellLabel(cell, form)}为 ${String(shown)}，而下列成员的清单点数与其数字不同：${who}`;
  return [fault(null, 'lists', message, [cellKey(cell)])];
}

function fault(
  agency: string | null,
  check: ScopeAuditFault['check'],
  message: string,
  cells: readonly string[] = [],
): ScopeAuditFault {
  return { agency, check, message, caseIds: [], cells };
}

/** A fault of a member whose cases may not be shown: which proof failed, in which cells, over how many cases. */
function withoutCases({ caseIds, message }: AuditFault): Pick<AuditFault, 'caseIds' | 'message'> {
  if (caseIds.length === 0) return { caseIds, message };
  return { caseIds: [], message: `该成员有 ${caseIds.length} 件不符（无权查看案件）` };
}
