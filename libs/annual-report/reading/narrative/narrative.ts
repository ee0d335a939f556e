import type { Figure, Table3 } from '#statistics';
import type { NarrativeFigure, Unread } from '../published-report.js';
import type { Placed } from '../stream/sections.js';
import { sentencesOf, type Sentence } from './sentences.js';
import { statedIn, type Statement } from './stated-in.js';

/** What the running text states. */
export interface NarrativeReading {
  readonly figures: readonly NarrativeFigure[];
  readonly unread: readonly Unread[];
}

/**
 * Reads the figures of the running text: each once, or, where it is stated with different values, once with each of them, and it is told
 * as unread, too. `table3` tells whether 受理 can mean anything but new applications.
 */
export function narrativeOf(
  placed: readonly Placed[],
  table3: Table3<Figure> | null,
  year: number | null,
): NarrativeReading {
  const stated = sentencesOf(placed).flatMap((sentence): readonly Stated[] =>
    statedIn(sentence.plain, table3, year).map((statement) => ({ ...statement, sentence })),
  );
  const figures: NarrativeFigure[] = [];
  const unread: Unread[] = [];
  for (const [key, same] of Map.groupBy(stated, (one) => one.key)) {
    const different = [...Map.groupBy(same, ({ value }) => value).values()].flatMap(([first]) => first ?? []);
    const [first] = different;
    if (first === undefined) continue;
    const { place, text } = first.sentence;
    if (key === 'accepted' || different.length > 1) {
      unread.push({ table: null, row: key, cell: null, place, text, reason: whyNot(key) });
    }
    if (key === 'accepted') continue;
    figures.push(...different.map(({ value, sentence: of }) => ({ key, value, sentence: of.text, place: of.place })));
  }
  return { figures, unread };
}

interface Stated extends Statement {
  readonly sentence: Sentence;
}

function whyNot(key: Statement['key']): string {
  return key === 'accepted'
    ? '正文的“受理”可能只指新收，也可能含上年结转，不能确定'
    : '正文多处写明的数字不同，不能确定是哪一个';
}
