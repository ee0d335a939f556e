import { hanOf } from './fold.js';
import { nearestPiece, nearestSuffix } from './distance.js';

/** The labels among which a text is looked up. */
export class Labels<Id extends string> {
  /** Every wording with its row; `null` for labels that may stand beside that of a row: of its group, of the part of the table. */
  readonly all: readonly Wording<Id>[];
  readonly #beside: ReadonlySet<string>;

  /** Rows that carry figures, each with its label and other wordings that it is known under; and the labels beside them. */
  constructor(rows: Iterable<readonly [Id, readonly string[]]>, beside: readonly string[]) {
    this.all = [
      ...[...rows].flatMap(([id, wordings]) => {
        const number = numberOf(wordings[0] ?? '');
        return [...new Set(wordings.map(bare))].map((label) => ({ id, label, number }));
      }),
      ...[...new Set(beside.map(bare))].map((label) => ({ id: null, label, number: null })),
    ];
    this.#beside = new Set(NUMERALS + beside.map(hanOf).join(''));
  }

  /** The character occurs in a label that may stand beside that of a row, or is a number. */
  mayStandBeside(character: string): boolean {
    return this.#beside.has(character);
  }
}

interface Wording<Id> {
  readonly id: Id | null;
  readonly label: string;
  /** The `3` of `3.其他`. */
  readonly number: string | null;
}

const NUMBER = /(\d)\s*[.、,)](?=[^\d]*$)/;

/** The last number of a row in a text. */
function numberOf(text: string): string | null {
  return NUMBER.exec(text.normalize('NFKC'))?.[1] ?? null;
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

/** A note on a label: `规章（设区的市、自治州人民政府应提供相关数据）`. The number of a group is none. */
const NOTE = /[（(〔][^（）()〔〕]{2,}[）)〕]/g;

/** The text without notes in brackets. */
export function withoutNotes(text: string): string {
  return text.replace(NOTE, '');
}

/** The label without its number, as it is compared: Chinese characters only. */
export function bare(label: string): string {
  return hanOf(label).replace(/^[一二三四五六七八九十]、?/, '');
}

/**
 * The row whose label the text ends with, or of which alone it is a piece; `null` where no label, or more than one, is near enough:
 * at most a quarter of the characters may differ, and every other label must be farther off, also in each of its pieces.
 */
export function rowOf<Id extends string>(text: string, labels: Labels<Id>, setting: Setting): Id | null {
  return rowAsIs(text, labels, setting) ?? rowAsIs(withoutNotes(text), labels, setting);
}

function rowAsIs<Id extends string>(text: string, labels: Labels<Id>, setting: Setting): Id | null {
  const han = hanOf(text);
  if (han === '') return null;
  return wholeLabel(text, han, labels, setting) ?? uniquePiece(text, han, labels);
}

/** The row whose label the text ends with, all of it; `null` for a piece of a label as for anything else. */
export function rowInFull<Id extends string>(text: string, labels: Labels<Id>, setting: Setting): Id | null {
  return wholeLabel(text, hanOf(text), labels, setting);
}

function wholeLabel<Id extends string>(text: string, han: string, labels: Labels<Id>, setting: Setting): Id | null {
  const found = labels.all.flatMap((wording) => candidate(wording, han, labels));
  const best = found.reduce<Candidate<Id> | null>(nearer, null);
  if (best?.id == null) return null;
  if (found.some((one) => one.id !== best.id && one.distance <= best.distance)) return null;
  const number = numberOf(text);
  if (number !== null && number !== best.number) return null;
  if (han.slice(best.from) === '其他' && (number !== null || (setting === 'cell' && best.from === 0))) return best.id;
  const named = han.slice(best.from);
  const isPieceOf = ({ id, label }: Wording<Id>) => id !== best.id && isPiece(named, label, best.distance);
  return labels.all.some(isPieceOf) ? null : best.id;
}

/** Whether words that stand beside figures allow them to be those of a row: nothing but labels of groups, or a piece of its label. */
export function mayBelong<Id extends string>(words: string, row: Id, labels: Labels<Id>): boolean {
  const piece = withoutBeside(hanOf(words), labels);
  const number = numberOf(words);
  return labels.all.some(
    ({ id, label, number: own }) =>
      id === row &&
      (number === null || number === own) &&
      isPiece(piece, label, Math.max(piece.length > 2 ? 1 : 0, Math.floor(piece.length / MOST_DIFFERENT))),
  );
}

/** Whether the label of a row stands somewhere in a text, be it in pieces: at least a third of its runs of three characters do. */
export function isNamed<Id extends string>(row: Id, han: string, labels: Labels<Id>): boolean {
  return labels.all.some(({ id, label }) => {
    if (id !== row) return false;
    if (label.length < 3) return han.includes(label);
    const runs = Array.from({ length: label.length - 2 }, (_, at) => label.slice(at, at + 3));
    return runs.filter((run) => han.includes(run)).length * 3 >= runs.length;
  });
}

interface Candidate<Id> extends Wording<Id> {
  readonly distance: number;
  /** Where in the text it begins. */
  readonly from: number;
}

function candidate<Id extends string>(wording: Wording<Id>, han: string, labels: Labels<Id>): readonly Candidate<Id>[] {
  const most = Math.floor(wording.label.length / MOST_DIFFERENT);
  const start = Math.max(0, han.length - wording.label.length - most);
  const end = han.slice(start);
  if (lacking(wording.label, end) > most) return [];
  const { distance, from } = nearestSuffix(wording.label, end);
  if (distance > most || !isBeside(han.slice(0, start + from), labels)) return [];
  return [{ ...wording, distance, from: start + from }];
}

/** Characters of `part` that `text` has not: no fewer than these must differ. */
function lacking(part: string, text: string): number {
  return [...part].filter((character) => !text.includes(character)).length;
}

function isPiece(part: string, label: string, most: number): boolean {
  return lacking(part, label) <= most && nearestPiece(part, label) <= most;
}

/** Of two candidates the nearer; of equally near ones the one that explains more of the text. */
function nearer<C extends { distance: number; from: number }>(a: C | null, b: C): C {
  if (a === null || b.distance < a.distance) return b;
  return b.distance === a.distance && b.from < a.from ? b : a;
}

/** The row of whose label alone the text is a piece: its beginning where the text has the number of a row, else any. */
function uniquePiece<Id extends string>(text: string, han: string, labels: Labels<Id>): Id | null {
  const piece = withoutBeside(han, labels);
  if (piece.length < SHORTEST_PIECE) return null;
  const [holder, ...others] = labels.all.filter(({ label }) => label.includes(piece));
  if (holder?.id == null || others.some(({ id }) => id !== holder.id)) return null;
  if (labels.all.some(({ id, label }) => id !== holder.id && isPiece(piece, label, 1))) return null;
  const number = numberOf(text);
  return number === null || (number === holder.number && holder.label.startsWith(piece)) ? holder.id : null;
}

/** What is left when the characters of labels of groups, as far as they reach from the beginning, are taken away. */
function withoutBeside<Id extends string>(han: string, labels: Labels<Id>): string {
  const at = [...han].findIndex((character) => !labels.mayStandBeside(character));
  return at < 0 ? '' : han.slice(at);
}

function isBeside<Id extends string>(text: string, labels: Labels<Id>): boolean {
  if (text.includes('自然人')) return true;
  return text.length <= LONGEST_BESIDE && [...text].every((character) => labels.mayStandBeside(character));
}
