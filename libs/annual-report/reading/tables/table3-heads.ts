import type { Item } from '../stream/item.js';
import { hanOf } from '../text/fold.js';

/** Heads that stand side by side in the form, each with pieces of it that no other head has. */
const BESIDE: readonly (readonly RegExp[])[] = [
  [/自然人/, /总计|合计/],
  [/商业企业/, /科研机构/, /社会公益/, /法律服务/],
];

/** Whether a line or row has heads side by side in another order than the form: then the order of figures says nothing. */
export function isDisordered(items: readonly Item[]): boolean {
  return items.some(({ text }) => {
    const han = hanOf(text);
    return BESIDE.some((heads) => {
      const places = heads.map((head) => han.search(head));
      return places.every((at) => at >= 0) && places.some((at, index) => at < (places[index - 1] ?? 0));
    });
  });
}
