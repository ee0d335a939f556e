import { TABLE4_BLOCKS, TABLE4_COLUMN_LABELS, TABLE4_COLUMNS } from '#statistics';
import type { Piece } from '../document.js';
import type { Extent, Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';

/** The heads of all columns, from left to right: 结果维持 to 总计 in each of three blocks. */
export const TABLE4_HEADS: readonly string[] = TABLE4_BLOCKS.flatMap(() =>
  TABLE4_COLUMNS.map((column) => hanOf(TABLE4_COLUMN_LABELS[column])),
);

/** Characters of which those heads consist, and no label of a block or title does. */
const HEAD_CHARACTERS = /^[结果维持纠正其他尚未审总计]+$/;

/** The columns as the fifteen heads over them stand across the page, each be it on several lines; `null` unless all are told apart. */
export function columnsOfHeads(items: readonly Item[]): readonly Extent[] | null {
  const first = items.findIndex(({ kind }) => kind === 'figures');
  const pieces = items
    .slice(0, first < 0 ? undefined : first)
    .flatMap((item) => (item.kind === 'words' ? item.pieces : []))
    .filter(({ text }) => HEAD_CHARACTERS.test(hanOf(text)));
  const columns = besideEachOther(pieces);
  const isWhole = columns.map(({ text }) => hanOf(text)).join() === TABLE4_HEADS.join();
  return isWhole ? columns : null;
}

/** Pieces that stand over each other put together, in the order of reading; from left to right. */
function besideEachOther(pieces: readonly Piece[]): readonly Piece[] {
  let columns: readonly Piece[] = [];
  for (const piece of pieces) {
    const over = columns.filter(({ left, right }) => left <= piece.right && piece.left <= right);
    const all = [...over, piece];
    const joined = {
      text: all.map(({ text }) => text).join(''),
      left: Math.min(...all.map(({ left }) => left)),
      right: Math.max(...all.map(({ right }) => right)),
    };
    columns = [...columns.filter((column) => !over.includes(column)), joined];
  }
  return columns.toSorted((a, b) => a.left - b.left);
}
