import type { Instant } from '#kernel';
import { cellKey, cellLabel } from '#statistics';
import { assertScope, type Principal } from '../principal.js';
import { assertKnowable, KnownAtReader, type KnownAt } from '../years/known-at.js';
import { KnownSource } from './known-source.js';
import type { MemberFigures } from './read-members.js';
import type { ScopeDrifts } from './scope-drift.js';
import { readPresent, type ScopeParts } from './scope-parts.js';
import type { MemberLine, ScopeYearView } from './scope-queries.js';
import { scopeDigest } from './scope-digest.js';
import { readScope, type ScopeOfYear, type ScopeReading } from './scope-reader.js';
import { undecidedMembers } from './undecided.js';

/** Answers with the tables of scopes, as they stand and as they were known. */
export class ScopeYears {
  constructor(
    private readonly parts: ScopeParts,
    private readonly drifts: ScopeDrifts,
  ) {}

  /**
   * Raises `outside-scope`, `not-found`, `not-in-tree`, `agency-tree-cycle`, `sum-too-large`; with `known` also what
   * `assertKnowable` raises.
   */
  async year(of: ScopeOfYear, known: KnownAt | null, principal: Principal, now: Instant): Promise<ScopeYearView> {
    if (known === null) {
      const view = viewOf(await readPresent(this.parts, of, principal), null);
      return { ...view, issued: await this.drifts.drift(of) };
    }
    assertScope(principal, of.agency);
    const { store, views, agencies } = this.parts;
    const head = await store.head();
    assertKnowable(known, head, now);
    await views.waitFor(head, { timeoutMs: 10_000 });
    const source = new KnownSource(store, views, agencies, new KnownAtReader(store, views), known);
    return { ...viewOf(await readScope(source, of), known), issued: null };
  }
}

function viewOf(reading: ScopeReading, known: KnownAt | null): Omit<ScopeYearView, 'issued'> {
  const { agency, agencyName, year, scope, form, position, members, tables, sectionOne } = reading;
  const { figures } = tables;
  const idsWith = (basis: MemberFigures['basis']) =>
    members.filter((member) => member.basis === basis).map((member) => member.agency);
  return {
    agency,
    agencyName,
    year,
    scope,
    form,
    position,
    known,
    figures,
    partial: tables.partial.map(({ cell, ...sum }) => ({ cell: cellKey(cell), label: cellLabel(cell, form), ...sum })),
    sectionOne,
    members: members.map(lineOf),
    notClosed: idsWith('current'),
    missing: idsWith('missing'),
    undecided: undecidedMembers(members),
    digest: scopeDigest(reading),
  };
}

function lineOf({ figures: _figures, published: _published, takenOver, ...line }: MemberFigures): MemberLine {
  return { ...line, takenOver: takenOver.map(({ kind, column }) => cellKey({ table: 2, row: kind, column })) };
}
