import type { AcceptedRow, ImportPlan, RowFault, Standing } from '#case-import';
import type { Counter } from '#statistics';
import { tablesByYear, type YearOfRegister } from './would-be-tables.js';

/** Why a row was not taken over, or what else is to be said of it. */
export type LineVerdict = 'refused' | 'differs' | 'taken' | 'repeated' | 'total' | 'ended-before-opening';

/** One row of the register that was not taken over. A row with several faults has one line for each. */
export interface ReportLine {
  readonly row: number;
  readonly caseNumber: string;
  readonly verdict: LineVerdict;
  readonly field: string | null;
  readonly column: string | null;
  readonly value: string;
  /** Chinese. */
  readonly reason: string;
}

/** What an import did, or would do. */
export interface ImportReport {
  readonly agency: string;
  readonly file: string;
  readonly fileSha256: string;
  readonly sheet: string | null;
  readonly dryRun: boolean;
  readonly openingYear: number | null;
  /** Rows. Every row that is not blank is in exactly one of the counts. */
  readonly counts: {
    /** Taken over by this run; that would be, in a dry run and where a strict run stopped. */
    readonly accepted: number;
    readonly alreadyRecorded: number;
    readonly refused: number;
    /** Their case is recorded otherwise: to be put right by hand. */
    readonly differing: number;
    readonly passedOver: number;
    /** Accepted by the rules, but the run was interrupted before them. */
    readonly notReached: number;
  };
  /** Entries that this run wrote. */
  readonly entriesRecorded: number;
  readonly lines: readonly ReportLine[];
  readonly notes: readonly string[];
  /** Tables 3 and 4 of the rows that are taken over, by year. */
  readonly years: readonly YearOfRegister[];
  readonly stopped: 'strict' | 'interrupted' | null;
}

/** The report as data. */
export function importDocument(report: ImportReport): object {
  return report;
}

/** Counts while an import runs. */
export class ImportTally {
  accepted = 0;
  alreadyRecorded = 0;
  differing = 0;
  entriesRecorded = 0;
  #refused: number;
  readonly #lines: ReportLine[];
  readonly #counters: Counter[] = [];

  constructor(private readonly plan: ImportPlan) {
    this.#refused = plan.refused.length;
    this.#lines = [
      ...plan.refused.flatMap(({ row, caseNumber, faults }) =>
        faults.map((fault) => refusedLine(row, caseNumber, fault)),
      ),
      ...plan.passedOver.map(({ row, caseNumber, because, reason }) => lineOf(row, caseNumber, because, reason)),
    ];
  }

  /** Whether any row cannot be taken over. */
  get faulty(): boolean {
    return this.#refused + this.differing > 0;
  }

  /** Counts a row that stands in the log as the register has it, or will. */
  count(standing: Exclude<Standing, 'differs' | 'taken'>, counters: readonly Counter[]): void {
    if (standing === 'recorded') this.alreadyRecorded++;
    else this.accepted++;
    for (const counter of counters) this.#counters.push(counter);
  }

  /** Counts a row whose case is recorded otherwise. */
  differs({ source, facts }: AcceptedRow, verdict: 'differs' | 'taken'): void {
    this.differing++;
    this.#lines.push(lineOf(source.row, facts.caseNumber, verdict, DIFFERENCES[verdict]));
  }

  /** Counts a row that the office refused when it came to recording it. */
  refuse({ source, facts }: AcceptedRow, reason: string): void {
    this.#refused++;
    this.#lines.push(lineOf(source.row, facts.caseNumber, 'refused', reason));
  }

  /** The report of what was counted. */
  report(facts: Omit<ImportReport, 'counts' | 'entriesRecorded' | 'lines' | 'notes' | 'years'>): ImportReport {
    const { accepted, alreadyRecorded, differing, plan } = this;
    const judged = accepted + alreadyRecorded + differing + (this.#refused - plan.refused.length);
    const notReached = plan.accepted.length - judged;
    return {
      ...facts,
      counts: {
        accepted,
        alreadyRecorded,
        refused: this.#refused,
        differing,
        passedOver: plan.passedOver.length,
        notReached,
      },
      entriesRecorded: this.entriesRecorded,
      lines: this.#lines.toSorted((a, b) => a.row - b.row),
      notes: plan.notes,
      years: tablesByYear(this.#counters, facts.agency),
    };
  }
}

const DIFFERENCES = {
  differs: '本件已由另一版本的台账（或另一对照文件）导入，内容不同；请逐件核对，用“更正记录”更正',
  taken: '本件已在系统中登记，不是由台账导入；请逐件核对',
} as const;

function refusedLine(row: number, caseNumber: string, fault: RowFault): ReportLine {
  return { row, caseNumber, verdict: 'refused', ...fault };
}

function lineOf(row: number, caseNumber: string, verdict: LineVerdict, reason: string): ReportLine {
  return { row, caseNumber, verdict, field: null, column: null, value: '', reason };
}
