import { describe, expect, it } from '@jest/globals';
import { HEADS, mappingOf, plan, refusals, sheetOf } from '../testkit/registers.js';

const GOOD = ['1', '2023-03-01', '当面', '公民', '', '', '', '', '公开', '2023-03-10'];
const row = (changes: Readonly<Record<number, string>>) => GOOD.map((cell, at) => changes[at] ?? cell);

describe('a row of a register', () => {
  it('becomes the steps that it tells of, each with its source', () => {
    const { accepted } = plan(
      sheetOf([row({ 2: '网上', 4: '2023-3-6', 5: '2023-3-20', 6: '2023-3-15', 7: '2023-4-3', 9: '2023-4-20' })]),
    );
    expect(accepted).toHaveLength(1);
    const [{ caseId, steps, source }] = accepted as [(typeof accepted)[0]];
    expect(caseId).toBe('town.1');
    expect(steps.map(({ step, body }) => [step, body.on])).toEqual([
      ['receive-application', '2023-03-01'],
      ['confirm-receipt', '2023-03-01'],
      ['request-correction', '2023-03-06'],
      ['record-correction', '2023-03-15'],
      ['extend-deadline', '2023-04-03'],
      ['record-past-result', '2023-04-20'],
    ]);
    expect(source).toEqual({
      file: 'register.xlsx',
      fileSha256: 'f'.repeat(64),
      sheet: '台账',
      row: 2,
      rowSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      declared: ['correctionItems', 'extensionApprovedBy', 'extensionDays'],
    });
    for (const { entry } of steps) expect(entry.by.source).toEqual(source);
  });

  it('given a number that makes no id, has an id derived from it, the same every time', () => {
    const ids = (number: string) => plan(sheetOf([row({ 0: number })])).accepted.map(({ caseId }) => caseId);
    expect(ids('依申请〔2023〕1号')).toEqual(ids('依申请 〔2023〕1号'));
    expect(ids('依申请〔2023〕1号')).not.toEqual(ids('依申请〔2023〕2号'));
    expect(ids('依申请〔2023〕1号')[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['no number', { 0: '' }, '2 caseNumber: 登记编号空白'],
    ['a number too long', { 0: '1'.repeat(65) }, '2 caseNumber: 登记编号超过 64 字'],
    ['a number with a character that nobody sees', { 0: '1\u200b' }, '2 caseNumber: 含看不见的字符'],
    ['a number that reads backwards', { 0: 'A\u202e12' }, '2 caseNumber: 含看不见的字符'],
    ['a number broken into lines', { 0: '1\n2' }, '2 caseNumber: 含看不见的字符'],
    ['no day of receipt', { 1: '' }, '2 receivedOn: 收到日期空白'],
    ['no channel', { 2: '' }, '2 channel: 申请渠道未知'],
    ['no kind of applicant', { 3: ' ' }, '2 applicantKind: 申请人情况未知'],
    ['an unknown word', { 8: '已告知' }, '2 outcome: 对照文件 words.outcome 没有这个用语'],
    ['a result without a day', { 9: '' }, '2 endedOn: 记有处理结果而无办结日期'],
    ['a day without a result', { 8: '' }, '2 outcome: 记有办结日期而无处理结果'],
    ['neither', { 8: '', 9: '' }, '2 outcome: 处理结果和办结日期空白，是否办结未知'],
    ['a reply before the receipt', { 9: '2023-02-01' }, '2 endedOn: 日期 2023-02-01 早于'],
    ['a receipt before the Regulation', { 1: '2007-1-1' }, '2 receivedOn: 日期 2007-01-01 早于'],
    ['a day to come', { 9: '2031-1-1' }, '2 endedOn: 日期 2031-01-01 晚于今日'],
    ['a correction without its period', { 4: '2023-3-5' }, '2 correctBy: 记有告知补正日期而无补正期限'],
    ['a correction received but not asked for', { 6: '2023-3-5' }, '2 correctionRequestedOn: 记有收到补正日期'],
    ['a late correction', { 4: '2023-3-2', 5: '2023-3-3', 6: '2023-3-5' }, '2 correctedOn: 收到补正晚于补正期限'],
    ['an extension after the due date', { 7: '2023-5-5', 9: '2023-5-6' }, '2 extendedOn: 答复期限至'],
    ['an open case with a reply', { 8: '在办' }, '2 outcome: 处理结果为尚未办结，却记有办结日期'],
  ])('given %s, is refused whole and says where', (_what, changes, reason) => {
    const made = plan(sheetOf([row(changes)]));
    expect(made.accepted).toEqual([]);
    expect(refusals(made).join('\n')).toContain(reason);
  });

  it.each([
    ['文'.repeat(101), '2 replyNumber: 文号不超过 100 字'],
    ['公开\u202e1', '2 replyNumber: 含看不见的字符'],
  ])('given the number of a reply that is none, points at its cell: %j', (number, reason) => {
    const mapping = mappingOf({ columns: { ...mappingOf().columns, replyNumber: '文号' } });
    const made = plan(sheetOf([[...GOOD, number]], [...HEADS, '文号']), mapping);
    expect(refusals(made)).toEqual([expect.stringContaining(reason)]);
    expect(made.refused[0]?.faults[0]?.column).toBe('文号');
  });

  it('given several faults, tells them all', () => {
    expect(refusals(plan(sheetOf([row({ 1: '23-1-1', 3: '个人', 9: '见卷' })])))).toHaveLength(3);
  });

  it('given neither result nor day, is open where the mapping says so', () => {
    const { accepted } = plan(sheetOf([row({ 8: '', 9: '' })]), mappingOf({ blankResultMeansOpen: true }));
    expect(accepted[0]?.steps.map(({ step }) => step)).toEqual(['receive-application']);
  });

  it('takes from the declarations of the office what its columns leave open, and says so', () => {
    const declared = { channel: 'email', applicantKind: 'other' };
    const { accepted } = plan(sheetOf([row({ 2: '', 3: '' })]), mappingOf({ declared }));
    expect(accepted[0]?.source.declared).toEqual(['applicantKind', 'channel']);
    expect(accepted[0]?.steps[0]?.body).toMatchObject({ channel: 'email', applicantKind: 'other' });
  });
});

describe('the rows together', () => {
  it('count a row that stands twice once', () => {
    const made = plan(sheetOf([GOOD, [...GOOD, '备注：抄了两次'], row({ 0: '2' })]));
    expect(made.accepted.map(({ source }) => source.row)).toEqual([2, 4]);
    expect(made.passedOver).toMatchObject([{ row: 3, because: 'repeated' }]);
  });

  it('refuse all that share a number and differ, however the number is written', () => {
    const made = plan(sheetOf([row({ 0: '2023-1' }), row({ 0: '２０２３－１', 8: '撤回' }), row({ 0: '2' })]));
    expect(made.accepted.map(({ source }) => source.row)).toEqual([4]);
    expect(refusals(made)).toEqual([
      expect.stringContaining('与第 3 行冲突'),
      expect.stringContaining('与第 2 行冲突'),
    ]);
  });

  it('leave out blank rows and rows of totals', () => {
    const made = plan(
      sheetOf([GOOD, ['', ' ', ''], ['合 计', '1件'], ['', '', '总计：1'], ['', '', '', '', '', '', '', '', '', '']]),
    );
    expect(made).toMatchObject({ accepted: [{}], refused: [], blank: 2, passedOver: [{ row: 4 }, { row: 5 }] });
  });

  it('leave out rows of totals under numbers that are given a prefix', () => {
    const made = plan(sheetOf([GOOD, ['合计', '', '1件']]), mappingOf({ caseNumberPrefix: '2023-' }));
    expect(made).toMatchObject({ accepted: [{}], refused: [], passedOver: [{ row: 3, because: 'total' }] });
  });

  it('mention hidden rows', () => {
    const sheet = sheetOf([GOOD]);
    const hidden = { ...sheet, rows: sheet.rows.map((one) => ({ ...one, hidden: one.number === 2 })) };
    expect(plan(hidden).notes).toEqual([expect.stringContaining('隐藏行（第 2 行）')]);
  });

  it('with an opening balance leave out what was over before, disputes included', () => {
    const disputed = { columns: { ...mappingOf().columns, reconsiderationFiledOn: '复议' } };
    const heads = ['编号', '收到', '渠道', '类型', '补正告知', '补正期限', '收到补正', '延期', '结果', '答复', '复议'];
    const over = [...GOOD, ''];
    const pending = [...row({ 0: '2' }), '2023-06-01'];
    const ended = [...row({ 0: '3', 1: '2023-12-20', 9: '2024-01-10' }), ''];
    const made = plan(sheetOf([over, pending, ended], heads), mappingOf(disputed), 2024);
    expect(made.passedOver).toMatchObject([{ row: 2, because: 'ended-before-opening' }]);
    expect(made.accepted.map(({ source }) => source.row)).toEqual([3, 4]);
  });
});
