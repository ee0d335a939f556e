import { latestIssue, standingImport } from '#agency';
import {
  checkReport,
  provePartition,
  RULES_VERSION,
  type PartitionProof,
  type ReportFigures,
  type RuleContext,
} from '#statistics';
import type { Principal } from '../principal.js';
import { judgedWords } from '../reports/report-words.js';
import type { ScopeContents } from '../reports/scope-contents.js';
import type { JudgedRule } from '../years/year-rules.js';
import { summedFigures } from '../years/stored-tables.js';
import { importedFigures } from './imported-figures.js';
import { readPresent, type ScopeParts } from './scope-parts.js';
import type { ScopeRulesView } from './scope-queries.js';
import type { ScopeOfYear, ScopeReading } from './scope-reader.js';
import { undecidedMembers } from './undecided.js';

/** Of the waivers in the books of a body only this one speaks of its sums; all others are about its own report. */
const RULE_OF_SUMS = 'V10';

/** What is known of the cases and words behind a report. */
type OfSum = Required<Pick<RuleContext, 'partition' | 'fees' | 'narrative' | 'words'>>;
const NOT_KNOWN: OfSum = { partition: null, fees: null, narrative: null, words: null };

/** The rules that a sum breaks: all of them, and those for which its report is not issued. */
export interface JudgedIssue {
  readonly failed: readonly JudgedRule[];
  readonly blocking: readonly JudgedRule[];
}

/** Puts the report of a scope to every rule: the imported one, if there is one, beside the sum of the members; else that sum. */
export class ScopeRules {
  constructor(
    private readonly parts: ScopeParts,
    private readonly contents: ScopeContents,
  ) {}

  /** Raises `outside-scope`, `not-found`, `not-in-tree`, `agency-tree-cycle`, `sum-too-large`. */
  async judged(of: ScopeOfYear, principal: Principal): Promise<ScopeRulesView> {
    const reading = await readPresent(this.parts, of, principal);
    const results = await this.#judge(reading, reading.published);
    return {
      rulesVersion: RULES_VERSION,
      judged: reading.published === null ? 'sum' : 'imported',
      undecided: undecidedMembers(reading.members),
      results,
      blocking: results.filter(isBlocking).map(({ rule }) => rule),
    };
  }

  /**
   * The rules that the sum of the members breaks. None blocks its issue where V10 is waived: then the sum goes out as it is, with a
   * recorded reason.
   */
  async judgedIssue(reading: ScopeReading): Promise<JudgedIssue> {
    const failed = (await this.#judge(reading, null)).filter(({ status }) => status === 'failed');
    return { failed, blocking: isSumWaived(reading) ? [] : failed.filter(isBlocking) };
  }

  async #judge(reading: ScopeReading, published: ScopeReading['published']): Promise<readonly JudgedRule[]> {
    const { members, outside, tables, scope } = reading;
    const ofSum = published === null ? await this.#ofSum(reading) : NOT_KNOWN;
    return checkReport({
      figures: published === null ? tables.figures : importedFigures(published),
      lastYear: await this.#lastYear(reading),
      ...ofSum,
      origin: published === null ? 'computed' : 'published',
      scope,
      members: { reports: members, outside },
    }).map((result) => ({ ...result, waived: isSumWaived(reading) && result.rule === RULE_OF_SUMS }));
  }

  /** What only the sum made here can be asked: its cases, their fees, and the words that its report would have. */
  async #ofSum(reading: ScopeReading): Promise<OfSum> {
    const content = await this.contents.contentOf(reading);
    return { partition: this.#partition(reading), fees: content.fees, ...judgedWords(content) };
  }

  /** What was handed in for the scope on the year before: issued here, else published elsewhere and imported. */
  async #lastYear({ agency, year, scope }: ScopeReading): Promise<ReportFigures | null> {
    const before = { agency, year: year - 1 };
    const { narrative } = await this.parts.narratives.narrativeOf(before);
    const sum = latestIssue(narrative, scope)?.sum;
    if (sum !== undefined) return summedFigures(sum);
    const imported = standingImport((await this.parts.books.booksOf(before.agency, before.year)).books, scope);
    return imported === null ? null : importedFigures(imported);
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

/** Whether the sum may go out although it is not whole: V10 is waived in the books of the body that totals. */
export function isSumWaived({ books }: ScopeReading): boolean {
  return books.waivers.some(({ rule }) => rule === RULE_OF_SUMS);
}

function isBlocking({ status, severity, waived }: JudgedRule): boolean {
  return status === 'failed' && severity === 'error' && !waived;
}
