import { canonicalJson } from '#kernel';
import type { RegisterItem } from '../register-item.js';

const PREFIX = 'publications.';

/** The counter of a channel and category. Both are free text, so the pair is kept as JSON: no two pairs share a counter. */
export function publicationItem(channel: string, category: string | undefined): RegisterItem {
  return `${PREFIX}${canonicalJson(category === undefined ? [channel] : [channel, category])}`;
}

/** The inverse of {@link publicationItem}; `null` for every other item. */
export function publicationOf(item: string): { readonly channel: string; readonly category: string | null } | null {
  if (!item.startsWith(PREFIX)) return null;
  const [channel, category = null] = JSON.parse(item.slice(PREFIX.length)) as [string, string?];
  return { channel, category };
}
