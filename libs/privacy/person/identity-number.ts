import { plainLineSchema } from './plain-text.js';

/** An identity number as written on any document: resident identity card, passport, unified social credit code. */
export const identityNumberSchema = plainLineSchema('证件号码', 64).refine(
  (value) => normalisedIdentity(value) !== '',
  '证件号码不能只有空格和连字符',
);

/** One spelling for all ways to write an identity number: full-width forms, spaces, hyphens and small letters do not matter. */
export function normalisedIdentity(identityNumber: string): string {
  return identityNumber
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
}
