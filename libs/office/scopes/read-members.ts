import { yearOf, type LocalDate } from '#kernel';
import {
  latestEdition,
  ScopesOfYear,
  standingImport,
  statedSince,
  type Agencies,
  type Edition,
  type ImportedReport,
  type ReportForm,
  type ScopeMember,
  type SectionOne,
  type TableScope,
} from '#agency';
import { allCells, figureAt, type MemberReport, type ReportFigures } from '#statistics';
import { publishedFigures } from '../years/stored-tables.js';
import { importedFigures } from './imported-figures.js';
import { isKeptHere, isRemembered } from './kept-here.js';
import type { ScopeSource } from './scope-source.js';
import { STOCKS, withoutStocks, type Stock } from './taken-over.js';
import { isUndecided } from './undecided.js';

/** A member of a scope with its figures and where they come from. */
export interface MemberFigures extends MemberReport {
  readonly level: string;
  /** First day on which it no longer existed; `null` for a body that stood at the end of the year. */
  readonly dissolvedOn: LocalDate | null;
  /** The body in whose place in the tree it counts: itself, or its heir. */
  readonly countsWith: string;
  /** The published edition that counts. */
  readonly edition: Pick<Edition, 'edition' | 'on' | 'digest' | 'position'> | null;
  /** The import that counts: which file, when, from where. */
  readonly imported: Pick<ImportedReport, 'on' | 'form' | 'publishedBy' | 'source' | 'precedence'> | null;
  /** That report stands beside books kept here, and nobody said which counts. */
  readonly undecided: boolean;
  /** Section 一; `null` where the source does not tell it. */
  readonly published: SectionOne | null;
  /** Stock of documents that its heir has stated since its dissolution: no longer counted here. */
  readonly takenOver: readonly Stock[];
}

/** The figures of one body, before it is said in whose place it counts. */
type Basis = Pick<MemberFigures, 'basis' | 'figures' | 'edition' | 'imported' | 'undecided' | 'published'>;

const NOTHING: Basis = {
  basis: 'missing',
  figures: null,
  edition: null,
  imported: null,
  undecided: false,
  published: null,
};

/**
 * The members of a scope with their figures: the published edition where the year is closed here, else the imported report, else
 * the figures as they stand, in the form asked for. A body dissolved before the year is told only where something of it still counts.
 * Raises what {@link ScopesOfYear} raises.
 */
export async function readMembers(
  source: ScopeSource,
  agencies: Agencies,
  { agency, year, form, scope }: { agency: string; year: number; form: ReportForm; scope: TableScope },
): Promise<readonly MemberFigures[]> {
  const bodies = new ScopesOfYear(agencies, year).membersOf(agency, scope);
  const bases = new Map<string, Basis>();
  for (const body of bodies) bases.set(body.agencyId, await basisOf(source, body, year, form));
  const members: MemberFigures[] = [];
  for (const body of bodies) {
    const member = await memberOf(source, body, bases, year);
    if (isCounted(body, member, year)) members.push(member);
  }
  return members;
}

/**
 * Whether the totals of a year hold figures of a body, or of one that stands in the tree and has to hand them in: not of a body that is
 * gone and left nothing to the year, nor of a government without figures whose office reports for it. `heir` is the body that it
 * counts with.
 */
export async function countsInYear(
  source: ScopeSource,
  { body, heir }: { readonly body: ScopeMember; readonly heir: ScopeMember },
  year: number,
  form: ReportForm,
): Promise<boolean> {
  const bases = new Map<string, Basis>();
  for (const one of [body, heir]) bases.set(one.agencyId, await basisOf(source, one, year, form));
  const member = await memberOf(source, body, bases, year);
  return isCounted(body, member, year) && !(body.dissolvedOn !== null && member.basis === 'missing');
}

async function basisOf(source: ScopeSource, body: ScopeMember, year: number, form: ReportForm): Promise<Basis> {
  const agency = body.agencyId;
  const books = await source.books(agency, year);
  const edition = latestEdition(books);
  if (edition !== null) {
    const { edition: number, on, digest, position } = edition;
    const figures = publishedFigures(edition);
    return {
      ...NOTHING,
      basis: 'edition',
      figures,
      published: figures.published,
      edition: { edition: number, on, digest, position },
    };
  }
  const imported = standingImport(books, 'own');
  if (imported !== null) {
    const { on, form: itsForm, publishedBy, source: from, precedence } = imported;
    const told = { on, form: itsForm, publishedBy, source: from, ...(precedence !== undefined && { precedence }) };
    const undecided = await isUndecided(source, imported);
    return { ...NOTHING, basis: 'imported', figures: importedFigures(imported), imported: told, undecided };
  }
  const figures = await source.figures({ agency, year, form });
  const kept = isOver(body, year) ? await isRemembered(source, figures) : await isKeptHere(source, figures);
  if (!kept) return NOTHING;
  return { ...NOTHING, basis: 'current', figures, published: figures.published };
}

async function memberOf(
  source: ScopeSource,
  { agencyId, name, level, dissolvedOn, countsWith }: ScopeMember,
  bases: ReadonlyMap<string, Basis>,
  year: number,
): Promise<MemberFigures> {
  const basis = bases.get(agencyId) ?? NOTHING;
  const body = { agency: agencyId, name, level, dissolvedOn, countsWith };
  if (dissolvedOn === null || basis.figures === null) return { ...body, ...basis, takenOver: [] };
  const takenOver = await stockTakenOver(source, { dissolvedOn, countsWith }, bases.get(countsWith), year);
  return { ...body, ...basis, figures: withoutStocks(basis.figures, takenOver), takenOver };
}

/** What the figures of the heir hold: all that it had, where they were published elsewhere; what was stated by its edition, or by now. */
async function stockTakenOver(
  source: ScopeSource,
  { dissolvedOn, countsWith }: { readonly dissolvedOn: LocalDate; readonly countsWith: string },
  heir: Basis | undefined,
  year: number,
): Promise<readonly Stock[]> {
  const registers = await source.registers(countsWith, year, heir?.edition?.position);
  return STOCKS.filter(
    ({ kind, opening }) =>
      heir?.basis === 'imported' || statedSince(registers, { kind, opening, since: dissolvedOn }, year),
  );
}

function isCounted(body: ScopeMember, member: MemberFigures, year: number): boolean {
  return isOver(body, year) ? countsStill(member.figures) : !reportsThroughOffice(body, member);
}

function isOver({ dissolvedOn }: ScopeMember, year: number): boolean {
  return dissolvedOn !== null && yearOf(dissolvedOn) < year;
}

/** A government without figures of its own is not missing where its office reports for it. */
function reportsThroughOffice({ officeId }: ScopeMember, { basis }: MemberFigures): boolean {
  return officeId !== null && basis === 'missing';
}

/** Anything but zeros: open cases, a pending suit, documents in force, or a figure that is not known. */
function countsStill(figures: ReportFigures | null): boolean {
  return figures !== null && allCells(figures.form).some((cell) => figureAt(figures, cell) !== 0);
}
