import { BEFORE_ALL, GongkaiError, type Position } from '#kernel';

/** Digits of a position: as many as the largest safe integer has. */
const WIDTH = 16;
const SHAPE = /^\d{16}$/;

/** The position of the `number`-th event of a log, counted from 1; 0 is {@link BEFORE_ALL}. Zero-padded, so that it compares lexically. */
export function positionOf(number: number): Position {
  return number === 0 ? BEFORE_ALL : String(number).padStart(WIDTH, '0');
}

/** The inverse of {@link positionOf}. Raises `position-malformed` (kind invalid) for a position of another kind of store. */
export function numberOf(position: Position): number {
  if (position === BEFORE_ALL) return 0;
  if (SHAPE.test(position)) return Number(position);
  throw new GongkaiError('invalid', 'position-malformed', '日志位置的格式不正确', { position });
}
