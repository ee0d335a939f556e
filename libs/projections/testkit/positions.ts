import type { Position } from '#kernel';

/** A position behind the given one, where no event is. */
export function positionAfter(position: Position): Position {
  return `${position}~`;
}
