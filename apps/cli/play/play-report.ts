import type { GongkaiError } from '#kernel';
import { errorDocument } from '../shell/print-error.js';

/** A line that was not recorded, and why. */
export interface RefusedLine {
  readonly file: string;
  /** 1 for the first line of the file. */
  readonly line: number;
  readonly command: string | null;
  readonly case: string | null;
  readonly error: GongkaiError;
}

/** How far a play came. */
export interface PlayReport {
  /** Commands that this run wrote. */
  readonly recorded: number;
  /** Commands that an earlier run had written; nothing was written again. */
  readonly alreadyRecorded: number;
  /** Commands and unreadable lines that were refused. */
  readonly refused: number;
  /** The first of them, at most {@link MAX_LISTED}. */
  readonly refusedLines: readonly RefusedLine[];
  /** Why the play ended before the end of the last file. */
  readonly stopped: 'refused' | 'interrupted' | null;
}

/** Refused lines that a report lists; further ones are only counted, so that a report never outgrows memory. */
export const MAX_LISTED = 1_000;

/** Counts while a play runs. */
export class PlayTally {
  recorded = 0;
  alreadyRecorded = 0;
  refused = 0;
  readonly #lines: RefusedLine[] = [];

  /** Counts an answer that came. */
  answered({ repeated }: { readonly repeated: boolean }): void {
    if (repeated) this.alreadyRecorded++;
    else this.recorded++;
  }

  /** Counts a refusal, and keeps it while there is room. */
  refusedAt(line: RefusedLine): void {
    this.refused++;
    if (this.#lines.length < MAX_LISTED) this.#lines.push(line);
  }

  /** The report. */
  report(stopped: PlayReport['stopped']): PlayReport {
    const { recorded, alreadyRecorded, refused } = this;
    return { recorded, alreadyRecorded, refused, refusedLines: this.#lines, stopped };
  }
}

/** The report as data. */
export function playDocument(report: PlayReport): object {
  return {
    ...report,
    refusedLines: report.refusedLines.map(({ error, ...line }) => ({ ...line, error: errorDocument(error) })),
  };
}
