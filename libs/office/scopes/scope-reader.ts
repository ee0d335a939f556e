import { NotFound, type LocalDate, type Position } from '#kernel';
import {
  formFor,
  nameOn,
  policyOn,
  ScopesOfYear,
  standingImport,
  type Agencies,
  type Books,
  type ImportedReport,
  type ReportForm,
  type TableScope,
} from '#agency';
import { sumReports, sumSectionOne, type ScopeTables, type SummedSectionOne } from '#statistics';
import { readMembers, type MemberFigures } from './read-members.js';
import type { ScopeSource } from './scope-source.js';

/** Which tables of a scope are meant; without a form, that of the agency's policy for the year. */
export interface ScopeOfYear {
  readonly agency: string;
  readonly year: number;
  readonly scope: TableScope;
  readonly form: ReportForm | null;
}

/** The tables of a scope with everything that they rest on. */
export interface ScopeReading {
  readonly agency: string;
  readonly agencyName: string;
  readonly year: number;
  readonly scope: TableScope;
  readonly form: ReportForm;
  /** Position of the log that is included; `null` where an instant says what is. */
  readonly position: Position | null;
  readonly members: readonly MemberFigures[];
  readonly tables: ScopeTables;
  readonly sectionOne: SummedSectionOne;
  /** Names of bodies that stood below when the year began, but not at its end. */
  readonly outside: readonly string[];
  readonly books: Books;
  /** The report of this very scope, published elsewhere and imported; `null` without one. */
  readonly published: ImportedReport | null;
}

/** Reads the tables of a scope. Raises `not-found`, `not-in-tree`, `agency-tree-cycle`, `sum-too-large`. */
export async function readScope(source: ScopeSource, asked: ScopeOfYear): Promise<ScopeReading> {
  const { agency, year, scope } = asked;
  const end = `${year}-12-31` as LocalDate;
  const agencies = await source.agencies();
  const state = agencies.get(agency);
  if (state === undefined) throw new NotFound('机关', agency);
  const form = asked.form ?? formFor(policyOn(state, end), year);
  const members = await readMembers(source, agencies, { agency, year, scope, form });
  const books = await source.books(agency, year);
  return {
    agency,
    agencyName: nameOn(state, end),
    year,
    scope,
    form,
    position: source.position(),
    members,
    tables: sumReports(members, year, form),
    sectionOne: sumSectionOne(members),
    outside: outsideOf(agencies, asked, members),
    books,
    published: standingImport(books, scope),
  };
}

/** Who stood in the scope at the end of the year before, and in neither its own nor an heir's place any more. */
function outsideOf(agencies: Agencies, { agency, year, scope }: ScopeOfYear, members: readonly MemberFigures[]) {
  const inside = new Set(members.map((member) => member.agency));
  const atBeginning = new ScopesOfYear(agencies, year - 1);
  const before = atBeginning.standsInTree(agency) ? atBeginning.membersOf(agency, scope) : [];
  return before
    .filter(({ agencyId, dissolvedOn }) => dissolvedOn === null && !inside.has(agencyId))
    .map(({ name }) => name);
}
