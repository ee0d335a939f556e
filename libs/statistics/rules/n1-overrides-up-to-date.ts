import { found, notApplicable, type Rule } from './rule.js';

/** N1: no figure has changed under a sentence that a person put in the place of a generated one. */
export const overridesUpToDate: Rule = {
  id: 'N1',
  version: 1,
  title: '改写的句子所据的数字没有变动',
  source: '年度报告文字',
  reads: () => [],
  severity: () => 'warning',
  check({ words = null }) {
    if (words === null) return notApplicable('不是本系统撰写的报告');
    return found(
      words.staleOverrides.map(({ sentence, then, now }) => ({
        message: `改写的句子 ${sentence}：改写时自动生成的是“${then}”，现在${now === null ? '已没有这一句' : `是“${now}”`}`,
        cells: [],
      })),
    );
  },
};
