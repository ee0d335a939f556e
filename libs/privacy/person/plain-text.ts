import { z } from 'zod';
import { ONE_LINE } from '#kernel';

/**
 * As `ONE_LINE` of the kernel, but line breaks, tabs and harmless invisible characters of pasted text may stay. What turns the direction of
 * writing may not: it makes a text read otherwise than it is stored.
 */
const PROSE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;

const text = (what: string, longest: number, allowed: RegExp) =>
  z
    .string(`${what}应为文字`)
    .max(longest, `${what}不超过 ${longest} 字`)
    .refine((value) => value.trim() !== '', `${what}不能为空白`)
    .refine((value) => allowed.test(value), `${what}不能含控制字符`);

/** A line that is kept exactly as given: not blank, at most `longest` UTF-16 units, no control character. */
export const plainLineSchema = (what: string, longest: number) => text(what, longest, ONE_LINE);

/** As {@link plainLineSchema}, of several lines. */
export const proseSchema = (what: string, longest: number) => text(what, longest, PROSE);
