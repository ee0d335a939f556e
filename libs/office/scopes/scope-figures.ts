import type { IssuedSum } from '#agency';
import type { SummedFigures } from '#statistics';
import type { MemberFigures } from './read-members.js';
import type { ScopeReading } from './scope-reader.js';

/** The figures that a report of a scope prints: the sums, and section 一 where every member tells its own. */
export function scopeFigures({ tables, sectionOne }: ScopeReading): SummedFigures {
  if (sectionOne.unknown.length > 0) return tables.figures;
  return { ...tables.figures, published: sectionOne.known };
}

/** A member as the issue of a scope records it. */
export function summedMember({ agency, name, basis, edition, imported }: MemberFigures): IssuedSum['members'][number] {
  return {
    agency,
    name,
    basis,
    edition: edition?.edition ?? null,
    digest: edition?.digest ?? imported?.source.sha256 ?? null,
  };
}
