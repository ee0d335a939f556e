import { GongkaiError } from '#kernel';
import { CommandIds } from './command-id.js';
import { LineFault } from './line-fault.js';
import { readLines, type TextLine } from './line-reader.js';
import { Outstanding, type Answer } from './outstanding.js';
import { PlayTally, type PlayReport, type RefusedLine } from './play-report.js';
import { isComment, parseLine, type ScenarioLine } from './scenario-line.js';

/**
 * Takes a command: decides at once (the outer promise raises what forbids it), answers when it is durable (the inner one).
 * A command that must see everything before it on disk first waits for `settled`.
 */
export type TakeLine = (
  line: ScenarioLine,
  commandId: string,
  settled: () => Promise<void>,
) => Promise<{ readonly durable: Promise<Answer> }>;

/** How to play. */
export interface PlayOptions {
  /** Go on behind refused lines. */
  readonly goOn: boolean;
  /** Aborted: no further line is taken, what was taken is waited for. */
  readonly signal: AbortSignal;
  readonly onProgress?: (file: string, bytesRead: number) => void;
}

/**
 * Plays scenario files: the lines of one file after the other are decided strictly in order, and up to 512 of them may be on
 * their way to the disk. A refused line ends the play before any later line is decided, unless told to go on. Everything taken
 * is durable when the report comes. Playing a file again, or the rest of it after a kill, records nothing twice.
 *
 * Raises what is no fault of a line: an unreadable file or encoding ({@link LineFault}, with the counts so far), a store that
 * cannot serve.
 */
export async function play(files: readonly string[], take: TakeLine, options: PlayOptions): Promise<PlayReport> {
  const tally = new PlayTally();
  const outstanding = new Outstanding((answer) => tally.answered(answer));
  let stopped: PlayReport['stopped'] = null;
  let fault: LineFault | null = null;
  try {
    stopped = await playFiles(files, take, outstanding, tally, options);
  } catch (error) {
    if (!(error instanceof LineFault)) throw error;
    fault = error;
  } finally {
    await outstanding.settle();
  }
  if (fault !== null) throw fault.after(tally);
  return tally.report(stopped);
}

async function playFiles(
  files: readonly string[],
  take: TakeLine,
  outstanding: Outstanding,
  tally: PlayTally,
  { goOn, signal, onProgress }: PlayOptions,
): Promise<PlayReport['stopped']> {
  for (const file of files) {
    const ids = new CommandIds();
    for await (const text of readLines(file)) {
      if (signal.aborted) return 'interrupted';
      if (isComment(text)) continue;
      const taken = await takeLine(file, text, ids, take, () => outstanding.settle());
      if ('durable' in taken) await outstanding.add(taken.durable);
      else tally.refusedAt(taken);
      if (!('durable' in taken) && !goOn) return 'refused';
      onProgress?.(file, text.bytesRead);
    }
  }
  return null;
}

async function takeLine(
  file: string,
  text: TextLine,
  ids: CommandIds,
  take: TakeLine,
  settled: () => Promise<void>,
): Promise<{ readonly durable: Promise<Answer> } | RefusedLine> {
  let line: ScenarioLine | null = null;
  try {
    line = parseLine(file, text);
    return await take(line, ids.next(line), settled);
  } catch (error) {
    if (!isFaultOfLine(error)) throw error;
    return { file, line: text.number, command: line?.command ?? null, case: line?.case ?? null, error };
  }
}

/** A store that cannot serve is no fault of the line. */
function isFaultOfLine(error: unknown): error is GongkaiError {
  return (
    error instanceof LineFault || (error instanceof GongkaiError && !['unavailable', 'corrupt'].includes(error.kind))
  );
}
