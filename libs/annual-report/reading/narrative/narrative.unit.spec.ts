import { describe, expect, it } from '@jest/globals';
import { readPublishedReport } from '../read-published-report.js';
import { documentOfText } from '../testkit/document-of.js';

const stated = (text: string) => {
  const { narrative } = readPublishedReport(
    documentOfText(`某县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n${text}`),
  );
  return Object.fromEntries(narrative.map(({ key, value }) => [key, value]));
};

describe('figures of the running text', () => {
  it.each([
    [
      '2023年，全县共收到政府信息公开申请1,234件，办结1200件，结转下年度34件。',
      { new: 1234, resolved: 1200, carriedOut: 34 },
    ],
    ['全年新收政府信息公开申请 57 件，上年结转 3 件。', { new: 57, carriedIn: 3 }],
    ['本年度未收到政府信息公开申请。', { new: 0 }],
    ['\t全年收到政府信息公开申请 5\n件，办结5件。', { new: 5, resolved: 5 }],
    [
      '予以公开5件，部分公开2件，不予公开3件，无法提供4件，不予处理1件，其他处理6件。',
      { granted: 5, partial: 2, refused: 3, unable: 4, notProcessed: 1, other: 6 },
    ],
    ['其中本机关不掌握相关政府信息7件，重复申请2件。', { notHeld: 7, duplicate: 2 }],
    ['因政府信息公开引发的行政复议案件4件，行政诉讼案件2件。', { reviews: 4, suits: 2 }],
    ['未发生行政复议、行政诉讼。', { reviews: 0, suits: 0 }],
    ['县政府办公室代表县政府收到政府信息公开申请17件。', { ownLevelNew: 17 }],
    [
      '全年发出收费通知 2 件，金额合计 4,800.5 元，实际收取 400 元。',
      { feeNotices: 2, feeNoticedFen: 480_050, feePaidFen: 40_000 },
    ],
    ['全年收取政府信息公开信息处理费3940元。', { feePaidFen: 394_000 }],
    ['本年度未收取信息处理费。', { feePaidFen: 0 }],
    ['全年收取信息处理费0.39万元，金额合计5元。', {}],
    ['共收到政府信息公开申请21件（含上年结转2件）。', { handled: 21, carriedIn: 2 }],
    ['共收到政府信息公开申请21件，其中2件为上年结转。', { handled: 21 }],
    ['受理政府信息公开申请21件（包括2022年结转2件）。', { handled: 21 }],
    ['市本级收到政府信息公开申请12件，各县区收到政府信息公开申请200件。', { ownLevelNew: 12 }],
    ['市本级收到政府信息公开申请12件，全市共收到政府信息公开申请200件。', { ownLevelNew: 12, new: 200 }],
  ])('%s', (text, figures) => {
    expect(stated(text)).toEqual(figures);
  });

  it.each([
    '全年收到网上申请10件，信函申请5件。',
    '2022年共收到政府信息公开申请9件。',
    '收到行政复议申请2件答复书。',
    '收到申请数同比增加5件。',
    '较上年多收到政府信息公开申请5件。',
    '行政复议结果维持1件。',
    '未收到行政复议申请。',
    '没有收到因信息公开提起的行政复议和行政诉讼申请。',
    '全年收到群众来信来访申请12件、投诉举报申请3件。',
  ])('does not take another figure for one of the year: %s', (text) => {
    expect(stated(text)).not.toHaveProperty('new');
    expect(stated(text)['suits'] ?? 0).toBe(0);
  });

  it('reports 受理 as unread where something may have been carried in, and two different figures', () => {
    const doubtful = (text: string) =>
      readPublishedReport(documentOfText(text)).unread.map(({ row, reason }) => [row, reason]);
    expect(doubtful('全年受理政府信息公开申请 21 件。')).toContainEqual([
      'accepted',
      '正文的“受理”可能只指新收，也可能含上年结转，不能确定',
    ]);
    expect(doubtful('全年收到政府信息公开申请 21 件。今年收到政府信息公开申请 22 件。')).toContainEqual([
      'new',
      '正文多处写明的数字不同，不能确定是哪一个',
    ]);
  });

  it('hands on every value of a figure that is stated with different ones, with its sentence', () => {
    const { narrative } = readPublishedReport(
      documentOfText('全年收到政府信息公开申请 21 件。收到申请22件，收到申请21件。'),
    );
    expect(narrative.map(({ key, value, sentence }) => [key, value, sentence])).toEqual([
      ['new', 21, '全年收到政府信息公开申请 21 件。'],
      ['new', 22, '收到申请22件，收到申请21件。'],
    ]);
  });
});
