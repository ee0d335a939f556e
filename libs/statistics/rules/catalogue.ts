import type { Fault, Rule, RuleContext, Severity } from './rule.js';
import { printedBalance } from './v1-printed-balance.js';
import { totalOfResults } from './v2-total-of-results.js';
import { rowTotals } from './v3-row-totals.js';
import { remedyTotals } from './v4-remedy-totals.js';
import { carryOver } from './v5-carry-over.js';
import { wholeNumbers } from './v6-whole-numbers.js';
import { oneCaseOneRow } from './v7-one-case-one-row.js';
import { narrativeFigures } from './v8-narrative-figures.js';
import { feesCharged } from './v9-fees-charged.js';
import { sumOfMembers } from './v10-sum-of-members.js';
import { suitsBeforeReview } from './v11-suits-before-review.js';
import { documentsInForce } from './v12-documents-in-force.js';
import { overridesUpToDate } from './n1-overrides-up-to-date.js';
import { draftsSettled } from './n2-drafts-settled.js';

/** Version of the catalogue, written into the manifest of a closed year. Raised whenever a rule is added or changed. */
export const RULES_VERSION = '6';

/** The rules, in the order of their numbers (DR 2.6), then those on the words of a report. */
export const RULES: readonly Rule[] = [
  printedBalance,
  totalOfResults,
  rowTotals,
  remedyTotals,
  carryOver,
  wholeNumbers,
  oneCaseOneRow,
  narrativeFigures,
  feesCharged,
  sumOfMembers,
  suitsBeforeReview,
  documentsInForce,
  overridesUpToDate,
  draftsSettled,
];

/** One fault, with the rule that found it. */
export interface Finding extends Fault {
  readonly rule: Rule['id'];
  readonly ruleVersion: number;
  readonly severity: Severity;
}

/** What one rule said about a report. */
export interface RuleResult {
  readonly rule: Rule['id'];
  readonly ruleVersion: number;
  readonly title: string;
  readonly severity: Severity;
  readonly status: 'passed' | 'failed' | 'not-applicable';
  /** Why the rule does not apply, or what explains a difference that it let pass; otherwise `null`. */
  readonly reason: string | null;
  readonly findings: readonly Finding[];
}

/** Puts a report to every rule. One result per rule, in the order of their numbers. */
export function checkReport(context: RuleContext): readonly RuleResult[] {
  return RULES.map((rule) => {
    const severity = rule.severity(context);
    const verdict = rule.check(context);
    const head = { rule: rule.id, ruleVersion: rule.version, title: rule.title, severity };
    if (!verdict.applies) return { ...head, status: 'not-applicable', reason: verdict.reason, findings: [] };
    const findings = verdict.faults.map((fault) => ({ ...fault, rule: rule.id, ruleVersion: rule.version, severity }));
    return { ...head, status: findings.length === 0 ? 'passed' : 'failed', reason: verdict.note, findings };
  });
}

/** All findings of a report, in the order of the rules. */
export function findingsOf(results: readonly RuleResult[]): readonly Finding[] {
  return results.flatMap(({ findings }) => findings);
}
