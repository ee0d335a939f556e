/**
 * Text as people mean it: full-width digits, letters and brackets as their half-width forms, without any white space or
 * invisible characters. For comparing heads, words and numbers, never for keeping.
 */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]+/gu, '');
}
