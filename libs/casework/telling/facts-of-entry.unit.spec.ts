import { describe, expect, it } from '@jest/globals';
import type { RawEntry } from '../step.js';
import { factsOfEntry } from './facts-of-entry.js';
import { LONG_CASE, RECTIFIED_CASE, SHORT_CASES } from './told-cases.testkit.js';

const told = (history: readonly RawEntry[], revision: number) =>
  factsOfEntry(history[revision]!, history).map(({ label, text }) => `${label}：${text}`);

describe('what an entry says', () => {
  it('is told by path, label and text', () => {
    expect(factsOfEntry(LONG_CASE[1]!, LONG_CASE)).toEqual([
      { path: 'on', label: '告知补正之日', text: '2024-03-05' },
      { path: 'items', label: '补正事项', text: '身份证明、委托手续' },
      { path: 'correctBy', label: '补正期限', text: '2024-03-15' },
      { path: 'document', label: '补正告知书', text: '补〔2024〕7号' },
    ]);
  });

  it('of a proposal: the outcome with its row, the grounds, every piece of evidence, what they rest on', () => {
    const sha256 = 'a'.repeat(64);
    expect(told(LONG_CASE, 8)).toEqual([
      '拟定决定之日：2024-05-08',
      '拟定的处理决定：区分处理，部分公开，计入“（二）部分公开（区分处理的，只计这一情形，不计其他情形）”',
      '其余理由：重复申请、国家秘密，不予公开',
      '引用条款：第三十七条、第十四条',
      '须经审核：是',
      '此前答复之日：2024-01-12',
      `证据（定密标志及保密期限）：密〔2020〕3号，SHA-256 ${sha256}`,
      `证据（决定理由）：SHA-256 ${sha256}`,
      '此前已答复的申请件：case-0',
      '禁止公开的法律、行政法规：《统计法》、《档案法》',
      '密级：秘密，保密期限至 2030-12-31',
      '负责公开的机关：某县统计局，0519-00000000',
    ]);
    expect(told(LONG_CASE, 10)).toEqual(
      expect.arrayContaining(['其余理由：无', '证据：无', '负责公开的机关：不能确定']),
    );
  });

  it('of a receipt that waits, a silent third party, a suit after reconsideration, a second reply', () => {
    expect(told(SHORT_CASES[2]!, 0)).toContain('收到申请之日：待双方确认');
    expect(told(LONG_CASE, 7)).toContain('认定逾期未答复之日：2024-05-06');
    expect(told(LONG_CASE, 13)).toContain('所经复议：不在本件记录中');
    expect(told(LONG_CASE, 15)).toContain('重新答复的处理决定类型：提供政府信息，计入“（一）予以公开”');
  });

  it('that is meant by what is left out: a direct suit, the same outcome again, the erasure of everybody after retention', () => {
    const [, direct, , again, erased] = SHORT_CASES[3]!.slice(-5).map(({ by }) => told(SHORT_CASES[3]!, by.revision));
    expect(direct).toContain('所经复议：无（未经复议直接起诉）');
    expect(again).toContain('重新答复的处理决定类型：与原处理决定相同');
    expect(erased).toEqual(
      expect.arrayContaining(['删除何人的个人信息：本件全部申请人和第三方', '删除的理由：保管期限届满']),
    );
  });

  it('money in 元', () => {
    expect(told(RECTIFIED_CASE, 3)).toContain('信息处理费：4,700 元');
  });
});

describe('what a rectification says', () => {
  it('that strikes: which entries, why, who approved', () => {
    expect(told(RECTIFIED_CASE, 4)).toEqual([
      '决定更正之日：2024-04-01',
      '更正的原因：误记入本件',
      '批准人：head-1',
      '做法：作废',
      '作废的记录：第 1 条记录（告知补正）',
      '一并作废的记录：第 2 条记录（收到补正）',
    ]);
  });

  it('that supplies steps: behind which entry, and all that the steps say', () => {
    expect(told(RECTIFIED_CASE, 5).slice(3)).toEqual([
      '做法：补记',
      '补记在此记录之后：第 0 条记录（收到申请）',
      '补记（1）：延长答复期限',
      '补记（1）延长答复期限之日：2024-03-04',
      '补记（1）延长：5 个工作日',
      '补记（1）延长的同意人：head-1',
      '补记（2）：被申请行政复议',
      '补记（2）复议机关受理之日：2024-03-05',
      '补记（2）复议案件代号：r-1',
    ]);
  });

  it('that corrects: every field from what to what, and what is taken away', () => {
    expect(told(RECTIFIED_CASE, 6).slice(3)).toEqual([
      '做法：更正',
      '更正的记录：第 3 条记录（发出收费通知）',
      '更正“收费通知发出之日”：2024-03-08 → 2024-03-07',
      '更正“计费页数”：250 → 31',
      '更正“信息处理费”：4,700 元 → 10 元',
      '删去：收费通知（费〔2024〕1号）',
    ]);
    expect(told(RECTIFIED_CASE, 8).slice(6)).toEqual([
      '更正“申请人情况”：自然人 → 商业企业',
      '更正“登记号”：case-1（未变）',
      '删去：oral（原记录没有此项）',
    ]);
  });

  it('that corrects a rectification: from what that one said to what it says now', () => {
    expect(told(RECTIFIED_CASE, 7).slice(3)).toEqual([
      '做法：更正',
      '更正的记录：第 6 条记录（更正记录）',
      '更正“做法”：更正（未变）',
      '更正“更正“收费通知发出之日””：2024-03-07（未变）',
      '更正“更正“计费页数””：31 → 32',
      '更正“更正“信息处理费””：10 元 → 20 元',
      '更正“删去”：收费通知（费〔2024〕1号） → （无）',
      '更正“更正的原因”：发现新材料 → 录入笔误',
    ]);
  });

  it('as corrected, is told against the entry as it read before it', () => {
    const { type, by } = RECTIFIED_CASE[6]!;
    const corrected = { on: '2024-04-01', revision: 3, action: { kind: 'correct', fields: { pages: 32 } } };
    expect(factsOfEntry({ type, data: corrected, by }, RECTIFIED_CASE)).toContainEqual({
      path: 'action.fields.pages',
      label: '更正“计费页数”',
      text: '250 → 32',
    });
  });

  it('of a long chain of rectifications is followed no deeper than it speaks', () => {
    const { type, data, by } = RECTIFIED_CASE[0]!;
    let looks = 0;
    const receipt = {
      type,
      data,
      get by() {
        looks++;
        return by;
      },
    };
    const chain = Array.from({ length: 60 }, (_, index): RawEntry => {
      const nested = { kind: 'correct', fields: { reason: 'typing-error' } };
      const action = index === 0 ? { kind: 'void' } : { kind: 'correct', fields: { action: nested } };
      const said = { on: '2024-04-01', revision: index, action, reason: 'wrong-date', approvedBy: 'head-1' };
      return { type: 'case.entry-rectified', data: said, by: { ...by, revision: index + 1 } };
    });
    expect(told([receipt, ...chain], 60)).toContain('更正“更正“更正的原因””：（无） → 录入笔误');
    expect(looks).toBeLessThan(chain.length);
  });
});
