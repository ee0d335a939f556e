import { standingImport } from '#agency';
import { checkReport, provePartition, RULES_VERSION, type PartitionProof } from '#statistics';
import type { Principal } from '../principal.js';
import { importedFigures } from './imported-figures.js';
import { readPresent, type ScopeParts } from './scope-parts.js';
import type { ScopeRulesView } from './scope-queries.js';
import type { ScopeOfYear, ScopeReading } from './scope-reader.js';

/** Of the waivers in the books of a body only this one speaks of its sums; all others are about its own report. */
const RULE_OF_SUMS = 'V10';

/** Puts the report of a scope to every rule: the imported one, if there is one, beside the sum of the members; else that sum. */
export class ScopeRules {
  constructor(private readonly parts: ScopeParts) {}

  /** Raises `outside-scope`, `not-found`, `not-in-tree`, `agency-tree-cycle`, `sum-too-large`. */
  async judged(of: ScopeOfYear, principal: Principal): Promise<ScopeRulesView> {
    const reading = await readPresent(this.parts, of, principal);
    const { members, outside, published, tables, scope, books } = reading;
    const { books: lastYear } = await this.parts.books.booksOf(of.agency, of.year - 1);
    const before = standingImport(lastYear, scope);
    const isWaived = books.waivers.some(({ rule }) => rule === RULE_OF_SUMS);
    const results = checkReport({
      figures: published === null ? tables.figures : importedFigures(published),
      lastYear: before === null ? null : importedFigures(before),
      partition: published === null ? this.#partition(reading) : null,
      origin: published === null ? 'computed' : 'published',
      scope,
      members: { reports: members, outside },
    }).map((result) => ({ ...result, waived: isWaived && result.rule === RULE_OF_SUMS }));
    const blocking = results.filter((one) => one.status === 'failed' && one.severity === 'error' && !one.waived);
    return {
      rulesVersion: RULES_VERSION,
      judged: published === null ? 'sum' : 'imported',
      results,
      blocking: blocking.map(({ rule }) => rule),
    };
  }

  /** The partitions of all members whose cases are kept here: together that of the scope. */
  #partition({ members, year, form }: ScopeReading): PartitionProof {
    const proofs = members
      .filter(({ basis }) => basis === 'edition' || basis === 'current')
      .map(({ agency }) => {
        const { figures } = this.parts.reader.read({ agency, year, form });
        return provePartition(
          [...this.parts.reader.counts(agency)].map(({ count }) => count),
          figures,
          year,
          form,
        );
      });
    return {
      cases: proofs.reduce((sum, { cases }) => sum + cases, 0),
      faults: proofs.flatMap(({ faults }) => faults),
    };
  }
}
