import { Refused } from '#kernel';
import {
  checkReport,
  directSuitsOnRefusals,
  provePartition,
  type AcceptedAdjustment,
  type RuleResult,
  type YearFigures,
} from '#statistics';
import { latestEdition, standingAdjustment, type Adjustment, type Books } from '#agency';
import type { BooksDesk } from '../desk/books-desk.js';
import type { ReportWordsReader } from '../reports/report-words.js';
import type { YearOf } from './figures-of.js';
import { publishedFigures } from './stored-tables.js';
import type { YearReader } from './year-reader.js';

/** What a rule said, and whether a recorded waiver lets its failure pass. */
export interface JudgedRule extends RuleResult {
  readonly waived: boolean;
}

/** The catalogue applied to a year. */
export interface YearJudgement {
  readonly results: readonly JudgedRule[];
  /** Failed rules of severity error without a waiver: they block the closing. */
  readonly blocking: readonly JudgedRule[];
}

/** Puts a year to every rule: its figures, the partition of its cases, last year's published edition, its words. */
export class YearRules {
  constructor(
    private readonly reader: YearReader,
    private readonly books: BooksDesk,
    private readonly words: ReportWordsReader,
  ) {}

  /** As {@link judge}; raises `rules-failed` (kind refused) with every finding that blocks. */
  async assertPassed(of: YearOf, figures: YearFigures, waivers: Books['waivers']): Promise<YearJudgement> {
    const judgement = await this.judge(of, figures, waivers);
    if (judgement.blocking.length > 0) throw rulesFailed(judgement.blocking, '结账');
    return judgement;
  }

  /** Judges figures read at one position together with the cases behind them. */
  async judge({ agency, year, form }: YearOf, figures: YearFigures, waivers: Books['waivers']): Promise<YearJudgement> {
    const { books: lastYear } = await this.books.booksOf(agency, year - 1);
    const edition = latestEdition(lastYear);
    const adjustment = standingAdjustment(lastYear);
    const counts = [...this.reader.counts(agency)].map(({ count }) => count);
    const fees = this.reader.fees({ agency, year });
    const waived = new Set(waivers.map(({ rule }) => rule));
    const results = checkReport({
      figures,
      lastYear: edition === null ? null : publishedFigures(edition),
      lastYearAdjustment: adjustment === null ? null : asExplanation(adjustment),
      partition: provePartition(counts, figures, year, form),
      origin: 'computed',
      scope: 'own',
      fees,
      directSuits: directSuitsOnRefusals(counts, year),
      ...(await this.words.judged(figures, fees)),
    }).map((result) => ({ ...result, waived: waived.has(result.rule) }));
    const blocking = results.filter((one) => one.status === 'failed' && one.severity === 'error' && !one.waived);
    return { results, blocking };
  }
}

function asExplanation({ year, edition, on, reason, approvedBy, differences }: Adjustment): AcceptedAdjustment {
  return {
    explanation: `${year} 年度第 ${edition} 版的差异已于 ${on} 作为调整认可（批准人 ${approvedBy}）：${reason}`,
    cells: differences,
  };
}

/** Why a year is not closed, or a report not issued (`deed`, in Chinese): `rules-failed` with everything that was found, each rule named once. */
export function rulesFailed(blocking: readonly JudgedRule[], deed: string): Refused {
  const findings = blocking.flatMap((rule) => rule.findings);
  const shown = blocking
    .map(({ rule, findings: its }) => `${rule}：${its.map(({ message }) => message).join('；')}`)
    .join('；');
  return new Refused('rules-failed', `勾稽关系不符，不能${deed}：${shown}`, { findings });
}
