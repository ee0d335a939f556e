import { fenOfYuan10k, yuan10kNumber, type SectionOne } from '#agency';
import { figureInForm, type CellAddress, type ReportFigures } from '#statistics';
import type { Principal } from '../principal.js';
import { afterCursor, pageAfter } from '../reading/position-cursor.js';
import { formWith, isCell, keyOf, registerFigure, valueAt, type FigureAddress } from '../years/figure-address.js';
import type { FigureValue } from '../years/figure-differences.js';
import { byPosition, type CellEntry } from '../years/register-lineage.js';
import type { MemberFigures } from './read-members.js';
import { mayList, readPresent, type ScopeParts } from './scope-parts.js';
import type { MemberShare, ScopeCellCase, ScopeCellPage } from './scope-queries.js';
import type { ScopeOfYear, ScopeReading } from './scope-reader.js';
import { undecidedMembers } from './undecided.js';

/** From a figure of a scope to the parts of its members, and on to their cases and entries. */
export class ScopeCells {
  constructor(private readonly parts: ScopeParts) {}

  /** Raises `outside-scope`, `not-found`, `not-in-tree`, `invalid-input` (a cursor that is none). */
  async cell(
    of: ScopeOfYear,
    figure: FigureAddress,
    principal: Principal,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
  ): Promise<ScopeCellPage> {
    const reading = await readPresent(this.parts, { ...of, form: of.form ?? formWith(figure) }, principal);
    const after = afterCursor(cursor, reading.position ?? '');
    const shares = reading.members.map((member) => this.#share(member, reading, figure, principal));
    const elsewhere = new Set(reading.members.filter((one) => isTakenOver(one, figure)).map(({ agency }) => agency));
    const listed = shares.filter((one) => one.listed && !elsewhere.has(one.agency)).map(({ agency }) => agency);
    const page = { after, limit };
    const behind = isCell(figure) && figure.table !== 2 ? this.#cases : this.#entries;
    return {
      value: valueIn(reading, figure),
      known: knownSum(shares, figure),
      undecided: undecidedMembers(reading.members),
      shares: shares.filter(({ value, now }) => value !== 0 || (now !== 0 && now !== null)),
      ...(await behind.call(this, reading, figure, listed, page)),
    };
  }

  #share(
    member: MemberFigures,
    { year, form }: ScopeReading,
    figure: FigureAddress,
    principal: Principal,
  ): MemberShare {
    const { agency, name, basis, imported, undecided } = member;
    const kept = basis === 'edition' || basis === 'current';
    const present = kept || undecided ? this.parts.reader.read({ agency, year, form }).figures : null;
    return {
      agency,
      name,
      basis,
      value: valueOf(member.figures, member.published, figure),
      now: present === null ? null : isTakenOver(member, figure) ? 0 : valueAt(present, figure),
      listed: kept && mayList(principal, agency),
      provenance: imported === null ? null : provenanceOf(imported),
      undecided,
    };
  }

  async #cases(
    { year, form }: ScopeReading,
    figure: FigureAddress,
    agencies: readonly string[],
    { after, limit }: { readonly after: string; readonly limit: number },
  ): Promise<Pick<ScopeCellPage, 'cases' | 'entries' | 'next'>> {
    const cell = figure as CellAddress;
    const placed = this.parts.reader.cell(agencies, year, cell, { after, limit: limit + 1 });
    const { shown, next } = pageAfter(placed, after, limit);
    const cases: ScopeCellCase[] = [];
    for (const { count } of shown) {
      const { agency } = count;
      cases.push({ agency, ...(await this.parts.years.becauseOf(count, { agency, year, form }, cell)) });
    }
    return { cases, entries: [], next };
  }

  async #entries(
    { year }: ScopeReading,
    figure: FigureAddress,
    agencies: readonly string[],
    { after, limit }: { readonly after: string; readonly limit: number },
  ): Promise<Pick<ScopeCellPage, 'cases' | 'entries' | 'next'>> {
    const of = registerFigure(figure);
    const entries: CellEntry[] = [];
    for (const agency of of === null ? [] : agencies) {
      entries.push(...((of && (await this.parts.lineage.behind(agency, year, of))) ?? []));
    }
    const { shown, next } = pageAfter(entries.sort(byPosition), after, limit);
    return { cases: [], entries: shown, next };
  }
}

function isTakenOver({ takenOver }: MemberFigures, figure: FigureAddress): boolean {
  return takenOver.some(({ kind, column }) => figure.table === 2 && figure.row === kind && figure.column === column);
}

function valueOf(figures: ReportFigures | null, published: SectionOne | null, figure: FigureAddress): FigureValue {
  if (figures === null) return null;
  return isCell(figure) ? figureInForm(figures, figure) : valueAt({ ...figures, published }, figure);
}

function valueIn({ tables, sectionOne }: ScopeReading, figure: FigureAddress): FigureValue {
  const published = sectionOne.unknown.length === 0 ? sectionOne.known : null;
  return valueAt({ ...tables.figures, published }, figure);
}

/** The known parts together; money in whole fen. 采购总金额 is text and has no known part. */
function knownSum(shares: readonly MemberShare[], figure: FigureAddress): FigureValue {
  const known = shares.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  if (!isCell(figure) && figure.table === 2) return null;
  if (keyOf(figure) !== 'table2/fees/amount10k') return known.reduce((sum, value) => sum + value, 0);
  return yuan10kNumber(known.map(fenOfYuan10k).reduce((sum, fen) => sum + fen, 0));
}

function provenanceOf({ source, on, form }: NonNullable<MemberFigures['imported']>): string {
  const { file, sha256, original, title, note } = source;
  const from = original === undefined ? '' : `，原件 ${original.file}（SHA-256 ${original.sha256}）`;
  const told = [title === undefined ? '' : `《${title}》`, note ?? ''].filter((part) => part !== '').join('，');
  return `来自导入报告：${told === '' ? '' : `${told}，`}${file}（SHA-256 ${sha256}）${from}，${on} 导入，格式 ${form}`;
}
