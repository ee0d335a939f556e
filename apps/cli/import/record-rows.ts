import { GongkaiError } from '#kernel';
import { standingOf, type AcceptedRow, type Standing } from '#case-import';
import { caseStream, type Office } from '#office';
import { Outstanding } from '../play/outstanding.js';
import type { ImportTally } from './import-report.js';
import { countersOfRow } from './would-be-tables.js';
import type { ImportOptions } from './import-cases.js';

/** Rows to go through, and where what is found is counted. */
export interface RowsToDo {
  readonly office: Office;
  readonly rows: readonly AcceptedRow[];
  readonly tally: ImportTally;
  readonly options: Pick<ImportOptions, 'request' | 'agency' | 'signal'>;
  readonly onProgress: (done: number) => void;
}

/** Compares every row with the log and counts what would become of it. True when it was interrupted. */
export async function standings({ office, rows, tally, options, onProgress }: RowsToDo): Promise<boolean> {
  for (const [done, row] of rows.entries()) {
    if (options.signal.aborted) return true;
    countStanding(row, await standing(office, row, options.agency), tally);
    onProgress(done + 1);
  }
  return false;
}

/**
 * Records the rows that the log does not hold yet, each through the desk of its case, step by step; many may be on their way to
 * the disk. What was begun is ended, also when interrupted. True when it was.
 */
export async function recordRows(todo: RowsToDo): Promise<boolean> {
  const { rows, tally, options, onProgress } = todo;
  const outstanding = new Outstanding(({ repeated }) => (tally.entriesRecorded += repeated ? 0 : 1));
  try {
    for (const [done, row] of rows.entries()) {
      if (options.signal.aborted) return true;
      await recordRow(row, todo, outstanding);
      onProgress(done + 1);
    }
    return false;
  } finally {
    await outstanding.settle();
  }
}

async function recordRow(row: AcceptedRow, { office, tally, options }: RowsToDo, outstanding: Outstanding) {
  const found = await standing(office, row, options.agency);
  if (found === 'new' || found === 'partly') {
    try {
      await submitSteps(row, office, options, outstanding);
    } catch (error) {
      if (!(error instanceof GongkaiError) || ['unavailable', 'corrupt'].includes(error.kind)) throw error;
      return tally.refuse(row, error.message);
    }
  }
  countStanding(row, found, tally);
}

/** One command for each step, with ids that follow from the row: what is part of the log already is not decided again. */
async function submitSteps(
  { caseId, source, steps }: AcceptedRow,
  office: Office,
  { request, agency }: RowsToDo['options'],
  outstanding: Outstanding,
): Promise<void> {
  for (const { step, commandId, body } of steps) {
    const whole = { ...request, commandId, source };
    const { durable } = await office.cases.submit({ step, caseId, agency, body, request: whole });
    await outstanding.add(durable);
  }
}

/** A number that a case of another id bears is taken, too: it was registered here by hand. */
async function standing(office: Office, row: AcceptedRow, agency: string): Promise<Standing> {
  const found = standingOf(row, await office.desk.history(caseStream(row.caseId)));
  if (found !== 'new') return found;
  const { caseId, facts } = row;
  const holder = await office.caseNumbers.holderOf({ agency, caseNumber: facts.caseNumber, caseId });
  return holder === null ? 'new' : 'taken';
}

function countStanding(row: AcceptedRow, found: Standing, tally: ImportTally): void {
  if (found === 'differs' || found === 'taken') tally.differs(row, found);
  else tally.count(found, countersOfRow(row));
}
