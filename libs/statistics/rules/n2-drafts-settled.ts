import { found, notApplicable, type Rule } from './rule.js';

/** N2: every text taken over from last year is confirmed or written anew. */
export const draftsSettled: Rule = {
  id: 'N2',
  version: 1,
  title: '沿用自上年的文字都已确认或重写',
  source: '年度报告文字',
  reads: () => [],
  severity: () => 'warning',
  check({ words = null }) {
    if (words === null) return notApplicable('不是本系统撰写的报告');
    return found(words.drafts.map((part) => ({ message: `${part}：沿用自上年，尚未确认`, cells: [] })));
  },
};
