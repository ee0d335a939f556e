import { checkReport, type ReportFigures, type RuleResult } from '#statistics';
import type { PublishedFile } from '../reading/read-published-file.js';
import { blankCells, withoutBlankTotals } from './blanks.js';
import { figuresForRules } from './figures-for-rules.js';
import { lastYearOf, namedLastYear, type LastYear } from './last-year.js';

/** A published report put to the rules. */
export interface LintedReport extends PublishedFile {
  /** The figures as the rules saw them: cells that could not be read are not shown. */
  readonly figures: ReportFigures;
  readonly rules: readonly RuleResult[];
  /** Keys of cells that are shown and blank. Not a failure (a published report may leave them out), but said. */
  readonly blank: readonly string[];
  /** Name of the file with last year's report that it was compared with; `null`: none. */
  readonly lastYear: string | null;
}

/**
 * Puts reports to every rule that their figures allow. Reports of one agency on two years running are compared with each other, or all
 * with the one that is named as last year's. Results in the order of the files; nothing in them depends on the other files otherwise.
 */
export function lintReports(
  files: readonly PublishedFile[],
  named: PublishedFile | null = null,
): readonly LintedReport[] {
  return files.map((file) => {
    const others = files.filter((other) => other !== file);
    return lint(file, named === null ? lastYearOf(file, others) : namedLastYear(file, named));
  });
}

function lint(file: PublishedFile, lastYear: LastYear): LintedReport {
  const figures = figuresForRules(file.report);
  const context = {
    figures,
    lastYear: lastYear.file && lastYearFigures(lastYear.file, figures),
    partition: null,
    origin: 'published',
    // A published report does not say for whom it counts; what is only a warning for a territory is one here.
    scope: 'region',
    narrative: file.report.narrative,
  } as const;
  return {
    ...file,
    notes: lastYear.note === null ? file.notes : [...file.notes, lastYear.note],
    figures,
    rules: checkReport(context).map((result) => withoutBlankTotals(result, figures)),
    blank: blankCells(figures),
    lastYear: lastYear.file?.name ?? null,
  };
}

/** Where last year's report does not say its year, it is the year before. */
function lastYearFigures({ report }: PublishedFile, { year }: ReportFigures): ReportFigures {
  return { ...figuresForRules(report), year: report.year ?? year - 1 };
}
