import type { Place } from '../document.js';
import type { Placed } from '../stream/sections.js';
import { foldWidth } from '../text/fold.js';

/** A sentence of the running text. */
export interface Sentence {
  /** As in the file, joined where it is broken over lines. */
  readonly text: string;
  /** The same without spaces and in half width: what figures are looked for in. */
  readonly plain: string;
  readonly place: Place;
}

const END = /(?<=[。；;！？])/;

/** Sections that are tables; there, only lines that are sentences for certain are running text. */
const TABLES: readonly number[] = [2, 3, 4];

/** A line of its own: the title of the report, of a section, of a part. */
const HEADING =
  /^[\s#]*(?:[（(]?[一二三四五六七八九十]+[)）、.][^，。；：]{2,24}|正文|[^，。；]{0,40}年度?\s*报告)\s*$/;

/** The running text, sentence by sentence. Grids and headings are none of it. */
export function sentencesOf(placed: readonly Placed[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let parts: { readonly text: string; readonly place: Place }[] = [];
  const close = () => {
    const [first] = parts;
    const text = parts.map((part) => part.text).join('');
    if (first !== undefined) sentences.push({ text, plain: foldWidth(text).replace(/\s/g, ''), place: first.place });
    parts = [];
  };
  for (const { item, section } of placed) {
    if (item.kind === 'row' || HEADING.test(item.text) || (TABLES.includes(section) && !/[。；]/.test(item.text))) {
      close();
      continue;
    }
    const text = item.kind === 'figures' ? `${item.text}${item.cells.join(' ')}` : item.text;
    for (const piece of text.split(END)) {
      if (piece.trim() !== '') parts.push({ text: piece.trim(), place: item.place });
      if (/[。；;！？]\s*$/.test(piece)) close();
    }
  }
  close();
  return sentences;
}
