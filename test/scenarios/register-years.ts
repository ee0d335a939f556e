import { HONGZE, SONGZHUANG } from './office.js';
import { RegisterStory } from './register-story.js';

/** 1 万元 in fen. */
const TEN_THOUSAND_YUAN = 1_000_000;

/** Songzhuang 2022: 304 items published, of these 102 on the website, 22 of party affairs, 180 issues on 云上孟津. */
export const SONGZHUANG_REGISTER_2022 = new RegisterStory(SONGZHUANG, 2022)
  .agency('found-agency', '2022-01-04', {
    on: '2008-05-01',
    name: '送庄镇人民政府',
    level: 'town',
    parentId: null,
  })
  .documents('2022-01-01', 'regulations', 'opening', 0)
  .documents('2022-01-01', 'normativeDocuments', 'opening', 0)
  .published(102, '网站', '最新动态')
  .published(22, '党务公开')
  .published(180, '云上孟津', '多彩送庄');

/** Hongze 2023: ten normative documents at the beginning, five repealed; 550 licences, 4119 penalties, 195 coercive measures. */
export const HONGZE_REGISTER_2023 = new RegisterStory(HONGZE, 2023)
  .agency('found-agency', '2023-01-03', {
    on: '2008-05-01',
    name: '淮安市洪泽区人民政府',
    level: 'district',
    parentId: null,
  })
  .agency('set-policy', '2023-01-03', {
    on: '2023-01-01',
    policy: { reviewRequired: true, internetReceipt: 'confirmation', feeDecimals: 2, form: 'prescribed' },
  })
  .documents('2023-01-01', 'regulations', 'opening', 0)
  .documents('2023-01-01', 'normativeDocuments', 'opening', 10)
  .documents('2023-06-28', 'normativeDocuments', 'repealed', 3)
  .documents('2023-11-15', 'normativeDocuments', 'repealed', 2)
  .decisions('licensing', 550)
  .decisions('penalty', 4119)
  .decisions('coercion', 195)
  .fees(7_730 * TEN_THOUSAND_YUAN + 280_000)
  .published(1136, '网站');

/** Hongze 2024: three normative documents made; meetings of the government and interpretations counted apart within 2428 items. */
export const HONGZE_REGISTER_2024 = new RegisterStory(HONGZE, 2024)
  .documents('2024-03-20', 'normativeDocuments', 'made', 1)
  .documents('2024-07-11', 'normativeDocuments', 'made', 1)
  .documents('2024-10-24', 'normativeDocuments', 'made', 1)
  .decisions('licensing', 9487)
  .decisions('penalty', 2776)
  .decisions('coercion', 84)
  .fees(7_545 * TEN_THOUSAND_YUAN)
  .published(2414, '网站')
  .publishedOn(
    ['2024-01-19', '2024-03-08', '2024-04-26', '2024-06-14', '2024-08-16', '2024-09-27', '2024-11-22'],
    '网站',
    '政府常务会议',
  )
  .publishedOn(
    ['2024-02-23', '2024-03-27', '2024-05-17', '2024-07-18', '2024-09-06', '2024-10-31', '2024-12-13'],
    '网站',
    '解读信息',
  );
