import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { positionOf } from '../positions.js';
import type { Damage } from '../verify.js';
import type { Pages } from './pages/btree-page.js';
import { readPageSums, sumsOfFile } from './pages/page-sums.js';
import { placeOf } from './pages/place-of.js';
import { changedByte, repaired } from './pages/repair.js';
import { framesOf } from './pages/wal-frames.js';
import { PAGE_SIZE } from './schema.js';

/** Pages named in a message at most. */
const MAX_NAMED = 10;

/** A writer at work may merge pages between the reading of its sums and that of the file; looked at again, they agree. */
const LOOKS = 3;

/**
 * Compares every page of a log file with the checksum that the writer kept of it, and tells what the first byte that differs is.
 * `null` when all agree; `undefined` when there are no sums to compare with: none kept yet, or older than the log (`head`: number of its
 * newest event, unknown when it cannot be read). Needs no SQLite, so it can tell what is wrong with a file that SQLite refuses.
 * `read`: the checksums of the file where somebody has just taken them; where they differ the file is read again.
 */
export function damagedPages(file: string, head?: number, read?: ArrayLike<number>): Damage | null | undefined {
  let damage = lookAt(file, head, read);
  for (let look = 1; look < LOOKS && damage; look++) damage = lookAt(file, head);
  return damage;
}

function lookAt(file: string, head: number | undefined, read?: ArrayLike<number>): Damage | null | undefined {
  const kept = readPageSums(file);
  if (kept === undefined) return undefined;
  if (kept === 'damaged') {
    return { what: '页校验文件（.pages）自身受损；它不是日志，停服务后删除即可，启动时重建' };
  }
  const { sums } = kept;
  const pending = new Set<number>();
  for (const { page } of framesOf(`${file}-wal`, PAGE_SIZE)) pending.add(page);
  if (pending.size === 0 && head !== undefined && kept.head !== head) return undefined;
  const found = read ?? sumsOfFile(file, PAGE_SIZE);
  const different = sums.flatMap((sum, index) =>
    index < found.length && found[index] !== sum && !pending.has(index + 1) ? [index + 1] : [],
  );
  if (different.length > 0) return damageAt(file, sums, found, different);
  return pending.size === 0 ? wrongLength(file, sums.length) : null;
}

function wrongLength(file: string, pages: number): Damage | null {
  const surplus = statSync(file).size - pages * PAGE_SIZE;
  if (surplus === 0) return null;
  return surplus > 0
    ? { what: `事件库文件末尾多出 ${surplus} 字节，不是本程序写入的`, page: pages + 1 }
    : { what: `事件库文件被截短：缺少末尾 ${-surplus} 字节`, page: pages + Math.ceil(surplus / PAGE_SIZE) };
}

function damageAt(
  file: string,
  sums: readonly number[],
  found: ArrayLike<number>,
  different: readonly number[],
): Damage {
  const page = different[0]!;
  const descriptor = openSync(file, 'r');
  try {
    const original: Pages = (number) => {
      const bytes = pageAt(descriptor, number);
      const sum = sums[number - 1];
      const change = bytes === undefined || sum === undefined ? undefined : changedByte(bytes, sum);
      return bytes === undefined || change === undefined ? bytes : repaired(bytes, change);
    };
    const bytes = pageAt(descriptor, page);
    const change = bytes === undefined ? undefined : changedByte(bytes, sums[page - 1]!);
    const { what, position, ...owner } = placeOf(original, page, change?.offset);
    return {
      what: `事件库文件第 ${page} 页${inWords(change)}：${what}${alsoWrong(sums, found, different)}`,
      page,
      ...(change === undefined ? {} : { offset: change.offset }),
      ...owner,
      ...(position === undefined ? {} : { position: positionOf(position) }),
    };
  } finally {
    closeSync(descriptor);
  }
}

function inWords(change: ReturnType<typeof changedByte>): string {
  return change === undefined
    ? '内容被改动（不止一个字节）'
    : `第 ${change.offset} 字节被改动（原为 0x${change.was.toString(16).padStart(2, '0')}）`;
}

function alsoWrong(sums: readonly number[], found: ArrayLike<number>, different: readonly number[]): string {
  const [first, ...others] = different;
  if (others.length === 0) return '';
  const swapped = others.find((page) => found[page - 1] === sums[first! - 1] && found[first! - 1] === sums[page - 1]);
  if (swapped !== undefined) return `；其内容与第 ${swapped} 页对调`;
  const rest = others.length > MAX_NAMED ? ` 等共 ${others.length} 页` : ' 页';
  return `；另有第 ${others.slice(0, MAX_NAMED).join('、')}${rest}也与写入时不同`;
}

function pageAt(descriptor: number, number: number): Buffer | undefined {
  const bytes = Buffer.alloc(PAGE_SIZE);
  return number > 0 && readSync(descriptor, bytes, 0, PAGE_SIZE, (number - 1) * PAGE_SIZE) === PAGE_SIZE
    ? bytes
    : undefined;
}
