import type { Instant } from '#kernel';
import type { KnownAt } from '#office';
import { z } from 'zod';

/** A state of knowledge in a URL. What it holds is for the core to judge. */
export const knownAtSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,64}$/, '应为时刻（例如 2024-03-31T15:59:59.999Z）或日志位置')
  .describe('按当时所知：时刻（UTC）或日志位置');

/** Text that begins as a date is an instant; anything else can only be a position. */
export function knownAtOf(text: string): KnownAt {
  return /^\d{4}-/.test(text) ? { instant: text as Instant } : { position: text };
}
