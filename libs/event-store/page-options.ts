import { GongkaiError } from '#kernel';
import { DEFAULT_PAGE } from './limits.js';

/** The page size asked for, or the default. Raises `page-malformed` (kind invalid) unless it is a whole number of at least 1. */
export function pageSize(max: number | undefined): number {
  return whole('max', max ?? DEFAULT_PAGE, 1);
}

/** The first revision asked for, or 0. Raises `page-malformed` (kind invalid) unless it is a whole number of at least 0. */
export function firstRevision(from: number | undefined): number {
  return whole('from', from ?? 0, 0);
}

function whole(path: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  const message = `应为不小于 ${least} 的整数`;
  throw new GongkaiError('invalid', 'page-malformed', `分页参数有误：${message}`, { fields: [{ path, message }] });
}
