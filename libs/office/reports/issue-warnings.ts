import { statedFigures, wordlessParts, type AnnualReport } from '#annual-report';
import { checkReport, type FeeFigures, type RuleId } from '#statistics';

/** A rule that the figures of a report do not meet, with what it found. */
export interface FailedRule {
  readonly rule: RuleId;
  readonly message: string;
}

/** What was issued, and what is known of it besides its words. */
export interface IssueJudged {
  readonly report: AnnualReport;
  /** Of its cases; `null`: they are not all known. */
  readonly fees: FeeFigures | null;
  /** What the rules on figures found; those on words are applied here. */
  readonly failed: readonly FailedRule[];
}

/** Rules that compare the text of a report with figures. */
const RULES_ON_WORDS: readonly RuleId[] = ['V8', 'V9'];

/**
 * What whoever issued a report should know of it, in Chinese: every rule that it does not meet and that does not forbid the issue, and the
 * headings under which nothing stands. Nothing of it hinders an issue.
 */
export function issueWarnings({ report, fees, failed }: IssueJudged): readonly string[] {
  const ofFigures = failed.filter(({ rule }) => !RULES_ON_WORDS.includes(rule));
  const wordless = wordlessParts(report);
  return [
    ...[...ofFigures, ...failedWords(report, fees)].map(({ rule, message }) => `${rule}：${message}`),
    ...(wordless.length === 0 ? [] : [`没有文字的部分：${wordless.join('、')}`]),
  ];
}

function failedWords(report: AnnualReport, fees: FeeFigures | null): readonly FailedRule[] {
  const { figures, scope } = report;
  const narrative = statedFigures(report, figures, report);
  return checkReport({ figures, lastYear: null, partition: null, origin: 'computed', scope, narrative, fees })
    .filter(({ rule }) => RULES_ON_WORDS.includes(rule))
    .flatMap(({ findings }) => findings);
}
