import { InvalidInput, type Position } from '#kernel';

/**
 * Where a list in the order of the log goes on: behind the position that the last page gave; from the start without one. A
 * cursor that no page can have given would answer with an empty page, as if there were nothing; so it is refused. `head` is the
 * end of the log. Raises `invalid-input`.
 */
export function afterCursor(cursor: Position | undefined, head: Position): Position {
  // Positions are opaque; of one log they all have the length of its last one, and compare as text.
  if (cursor === undefined || cursor === '') return '';
  if (cursor.length === head.length && cursor <= head && /^\d+$/.test(cursor)) return cursor;
  throw new InvalidInput([{ path: 'query.cursor', message: '游标无效，请从第一页重新读取' }]);
}

/** A page of a list in the order of the log behind `after`, and the cursor of the next one; `null` on the last. */
export function pageAfter<T extends { readonly position: Position }>(
  list: readonly T[],
  after: Position,
  limit: number,
): { readonly shown: readonly T[]; readonly next: Position | null } {
  const rest = list.filter(({ position }) => position > after);
  const shown = rest.slice(0, limit);
  return { shown, next: rest.length > limit ? (shown.at(-1)?.position ?? null) : null };
}
