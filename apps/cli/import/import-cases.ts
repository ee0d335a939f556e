import { setImmediate } from 'node:timers/promises';
import { planImport, type ImportPlan } from '#case-import';
import type { Office, RequestContext } from '#office';
import { progress } from '../shell/progress.js';
import { ImportTally, type ImportReport } from './import-report.js';
import { recordRows, standings } from './record-rows.js';
import type { RegisterFiles } from './register-files.js';

/** How to import. */
export interface ImportOptions {
  readonly agency: string;
  /** A head: who takes over a register vouches for it. */
  readonly request: RequestContext;
  readonly dryRun: boolean;
  /** All or nothing. */
  readonly strict: boolean;
  readonly openingYear: number | null;
  /** Aborted: no further row is begun; what was begun is ended. */
  readonly signal: AbortSignal;
}

/**
 * Plans the import of a register, compares the plan with the log, and records it unless told not to. A row that cannot be taken
 * over is listed, and nothing of it is recorded. Running it again, or after a kill, records what is missing and nothing twice.
 * Raises `RegisterFault` for a register that cannot be used as a whole, `not-found` for an unknown agency, and what a store that
 * cannot serve raises.
 */
export async function importCases(office: Office, files: RegisterFiles, options: ImportOptions): Promise<ImportReport> {
  const plan = await planned(office, files, options);
  if (plan === null) return reportOf(new ImportTally(NOTHING_PLANNED), files, options, 'interrupted');
  if (options.dryRun || options.strict) {
    const tally = new ImportTally(plan);
    const interrupted = await throughRows('核对', standings, office, plan, tally, options);
    if (interrupted) return reportOf(tally, files, options, 'interrupted');
    if (options.dryRun) return reportOf(tally, files, options, null);
    if (tally.faulty) return reportOf(tally, files, options, 'strict');
  }
  const tally = new ImportTally(plan);
  const interrupted = await throughRows('登记', recordRows, office, plan, tally, options);
  return reportOf(tally, files, options, interrupted ? 'interrupted' : null);
}

const NOTHING_PLANNED: ImportPlan = { accepted: [], refused: [], passedOver: [], blank: 0, notes: [] };

/** The plan by the rules and the calendar of the agency; `null` when it was interrupted. */
async function planned(office: Office, files: RegisterFiles, options: ImportOptions): Promise<ImportPlan | null> {
  const agency = await office.agencies.agencyOf(options.agency);
  await office.calendars.refresh();
  const { principal, now } = options.request;
  const surroundings = { agency, calendar: office.calendars.of(agency.jurisdiction), actor: principal.staffId, now };
  const planning = planImport({ ...files, surroundings, openingYear: options.openingYear });
  const bar = progress('读取', files.sheet.rows.length);
  try {
    for (;;) {
      const step = planning.next();
      if (step.done === true) return step.value;
      bar.update(step.value);
      // Lets a signal be heard.
      await setImmediate();
      if (options.signal.aborted) return null;
    }
  } finally {
    bar.stop();
  }
}

async function throughRows(
  title: string,
  work: typeof recordRows,
  office: Office,
  plan: ImportPlan,
  tally: ImportTally,
  options: ImportOptions,
): Promise<boolean> {
  const bar = progress(title, plan.accepted.length);
  try {
    return await work({ office, rows: plan.accepted, tally, options, onProgress: (done) => bar.update(done) });
  } finally {
    bar.stop();
  }
}

function reportOf(
  tally: ImportTally,
  { file, sheet }: RegisterFiles,
  { agency, dryRun, openingYear }: ImportOptions,
  stopped: ImportReport['stopped'],
): ImportReport {
  return tally.report({
    agency,
    file: file.name,
    fileSha256: file.sha256,
    sheet: sheet.name,
    dryRun,
    openingYear,
    stopped,
  });
}
