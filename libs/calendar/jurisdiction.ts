import { z } from 'zod';

/**
 * Where a calendar applies: the whole country, a province (ISO 3166-2 letters), or a place below it (six-digit code of
 * the administrative division). Ethnic areas may set days off of their own (全国年节及纪念日放假办法 Art. 4).
 */
export type Jurisdiction = 'CN' | `CN-${string}`;

/** Accepts `CN`, `CN-NX`, `CN-SC-513400`. */
export const jurisdictionSchema = z.string().regex(/^CN(-[A-Z]{2}(-\d{6})?)?$/, {
  error: '应为适用地区代码，例如 CN、CN-NX 或 CN-SC-513400',
}) as unknown as z.ZodType<Jurisdiction, Jurisdiction>;

/** The calendars that apply in a place, from the widest to the narrowest: `CN`, `CN-SC`, `CN-SC-513400`. */
export function layersOf(jurisdiction: Jurisdiction): readonly string[] {
  const parts = jurisdiction.split('-');
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('-'));
}

/** Whether a calendar of `wider` applies in `place`: it is the place itself or a wider one around it. */
export function covers(wider: Jurisdiction, place: Jurisdiction): boolean {
  return layersOf(place).includes(wider);
}
