import { hanOf } from './fold.js';
import { nearestPiece, nearestSuffix } from './distance.js';

/** The labels among which a text is looked up. */
export interface Labels<Id extends string> {
  /** Rows that carry figures, each with the wordings it is known under, as `hanOf` has them. */
  readonly rows: ReadonlyMap<Id, readonly string[]>;
  /** Labels that may stand beside the label of a row: of its group, of the part of the table. */
  readonly beside: readonly string[];
}

/** Where a text stands: alone in a `cell` of its own, or in a `line` together with whatever else the page has at that height. */
export type Setting = 'cell' | 'line';

/** Characters of a label that may differ, be lost or be too many: a quarter of them. */
export const MOST_DIFFERENT = 4;

/** A piece of a label shorter than this says nothing. */
const SHORTEST_PIECE = 4;

/** More text than this before a label is not the label of its group. */
const LONGEST_BESIDE = 24;

const NUMERALS = '一二三四五六七八九十';

/** The label without its number, as it is compared: Chinese characters only. */
export function bare(label: string): string {
  return hanOf(label).replace(/^[一二三四五六七八九十]、?/, '');
}

/**
 * The row whose label the text ends with, or of which alone it is a piece; `null` where no label, or more than one, is near enough:
 * at most a quarter of the characters may differ, and every other label must be farther off, also in each of its pieces.
 */
export function rowOf<Id extends string>(text: string, labels: Labels<Id>, setting: Setting): Id | null {
  const han = hanOf(text);
  if (han === '') return null;
  return wholeLabel(text, han, labels, setting) ?? uniquePiece(han, labels);
}

interface Candidate<Id> {
  readonly id: Id | null;
  readonly distance: number;
  readonly from: number;
}

function wholeLabel<Id extends string>(text: string, han: string, labels: Labels<Id>, setting: Setting): Id | null {
  const found = [...entries(labels)]
    .map(([id, label]): Candidate<Id> & { label: string } => ({ id, label, ...nearestSuffix(label, han) }))
    .filter(({ label, distance }) => distance <= Math.floor(label.length / MOST_DIFFERENT))
    .filter(({ from }) => isBeside(han.slice(0, from), labels));
  const best = found.reduce<(typeof found)[number] | null>(nearer, null);
  if (best?.id == null) return null;
  if (found.some((one) => one.id !== best.id && one.distance <= best.distance)) return null;
  if (isNumberedOther(text, han, best.from, setting)) return best.id;
  const named = han.slice(best.from);
  const others = [...entries(labels)].filter(([id]) => id !== best.id);
  return others.some(([, label]) => nearestPiece(named, label) <= best.distance) ? null : best.id;
}

/** Of two candidates the nearer; of equally near ones the one that explains more of the text. */
function nearer<C extends { distance: number; from: number }>(a: C | null, b: C): C {
  if (a === null || b.distance < a.distance) return b;
  return b.distance === a.distance && b.from < a.from ? b : a;
}

/** `3.其他` is part of other labels, too: it counts alone in a cell, or with its number before it. */
function isNumberedOther(text: string, han: string, from: number, setting: Setting): boolean {
  if (han.slice(from) !== '其他') return false;
  return /[3３③]\s*[.．、,，)）]?\s*其\s*他\s*$/.test(text) || (setting === 'cell' && from === 0);
}

function uniquePiece<Id extends string>(han: string, labels: Labels<Id>): Id | null {
  const piece = withoutBeside(han, labels);
  if (piece.length < SHORTEST_PIECE) return null;
  const all = [...entries(labels)];
  const holders = new Set(all.flatMap(([id, label]) => (label.includes(piece) ? [id] : [])));
  const [holder] = holders;
  if (holders.size !== 1 || holder == null) return null;
  return all.some(([id, label]) => id !== holder && nearestPiece(piece, label) <= 1) ? null : holder;
}

/** What is left when the characters of labels of groups, as far as they reach from the beginning, are taken away. */
function withoutBeside<Id extends string>(han: string, labels: Labels<Id>): string {
  const known = besideCharacters(labels);
  const at = [...han].findIndex((character) => !known.has(character));
  return at < 0 ? '' : han.slice(at);
}

function isBeside<Id extends string>(text: string, labels: Labels<Id>): boolean {
  if (text.includes('自然人')) return true;
  const known = besideCharacters(labels);
  return text.length <= LONGEST_BESIDE && [...text].every((character) => known.has(character));
}

function besideCharacters<Id extends string>({ beside }: Labels<Id>): ReadonlySet<string> {
  return new Set(NUMERALS + beside.join(''));
}

function* entries<Id extends string>({ rows, beside }: Labels<Id>): Generator<readonly [Id | null, string]> {
  for (const [id, wordings] of rows) for (const wording of wordings) yield [id, wording];
  for (const label of beside) yield [null, label];
}
