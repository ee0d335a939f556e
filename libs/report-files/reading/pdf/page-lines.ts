import type { Piece } from '#annual-report';
import type { Run } from './runs.js';

/** A line of a page. */
export interface PageLine {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** How far apart two baselines of one line are at most, in heights of the script. Figures centred beside two lines are farther. */
const SAME_LINE = 0.4;
/** A gap wider than this, in heights of the script, parts two pieces. */
const GAP = 0.15;

/** The runs of a page as lines from top to bottom, each with its pieces from left to right. */
export function linesOf(runs: readonly Run[], pageWidth: number): readonly PageLine[] {
  const lines: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line === undefined || first === undefined || !isSameLine(first, run)) lines.push([run]);
    else line.push(run);
  }
  return lines.map((line) => lineOf(line, pageWidth));
}

function isSameLine(first: Run, run: Run): boolean {
  return run.baseline - first.baseline <= SAME_LINE * Math.max(run.height, first.height);
}

function lineOf(line: readonly Run[], pageWidth: number): PageLine {
  const thousandths = (length: number) => Math.round((length / pageWidth) * 1_000);
  const pieces = piecesOf(line.toSorted((a, b) => a.left - b.left)).map(({ text, left, right }) => ({
    text,
    left: thousandths(left),
    right: thousandths(right),
  }));
  return { text: pieces.map(({ text }) => text).join(' '), pieces };
}

/** Runs without a gap between them put together. What is printed twice to look bold is taken once. */
function piecesOf(line: readonly Run[]): readonly Run[] {
  const pieces: Run[] = [];
  let last: Run | undefined;
  for (const run of line) {
    const gap = GAP * run.height;
    if (last !== undefined && run.text === last.text && run.left - last.left < gap) continue;
    last = run;
    const piece = pieces.at(-1);
    if (piece === undefined || run.afterSpace || run.left - piece.right > gap) pieces.push(run);
    else pieces.splice(-1, 1, { ...piece, text: piece.text + run.text, right: Math.max(piece.right, run.right) });
  }
  return pieces;
}
