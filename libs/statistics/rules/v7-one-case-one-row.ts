import { table3Cells } from '../cells.js';
import { alwaysError, found, notApplicable, type Rule } from './rule.js';

/** V7: one case, one row (the label of （二）部分公开), shown by the partition proof: every list recounts to its cell. */
export const oneCaseOneRow: Rule = {
  id: 'V7',
  version: 1,
  title: '一件申请只计一处：各栏名下案件与数字一致，不重不漏',
  source: '年度报告格式表三“区分处理的，只计这一情形，不计其他情形”',
  reads: (figures) => table3Cells(figures.form),
  severity: alwaysError,
  check({ partition }) {
    return partition === null ? notApplicable('没有逐件记录，无法核对') : found(partition.faults);
  },
};
