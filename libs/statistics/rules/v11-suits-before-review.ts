import { cell4 } from '../cells.js';
import { found, notApplicable, type Rule } from './rule.js';

/** V11: a refusal under Arts. 14 to 16 on an application received since 2024 goes to reconsideration before it goes to court. */
export const suitsBeforeReview: Rule = {
  id: 'V11',
  version: 1,
  title: '2024 年起不予公开的，未经复议不能直接起诉',
  source: '《行政复议法》第二十三条第一款第（四）项；法释〔2025〕8号',
  reads: () => [cell4('suitDirect', 'total')],
  severity: () => 'warning',
  check({ directSuits = null, figures }) {
    if (figures.year < 2024) return notApplicable('2024 年以前不适用');
    return directSuits === null ? notApplicable('没有逐件记录，无法核对') : found(directSuits);
  },
};
