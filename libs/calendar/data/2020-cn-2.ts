import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于延长2020年春节假期的通知（国办发明电〔2020〕1号）. The whole year as amended. */
export const CN_2020_2: CalendarYear = {
  jurisdiction: 'CN',
  year: 2020,
  version: 2,
  notice: {
    number: '国办发明电〔2020〕1号',
    title: '国务院办公厅关于延长2020年春节假期的通知',
    date: '2020-01-26',
    published: '2020-01-27',
    url: 'https://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm',
  },
  daysOff: [
    { name: '元旦', from: '2020-01-01', to: '2020-01-01' },
    { name: '春节', from: '2020-01-24', to: '2020-02-02' },
    { name: '清明节', from: '2020-04-04', to: '2020-04-06' },
    { name: '劳动节', from: '2020-05-01', to: '2020-05-05' },
    { name: '端午节', from: '2020-06-25', to: '2020-06-27' },
    { name: '国庆节、中秋节', from: '2020-10-01', to: '2020-10-08' },
  ],
  workingWeekendDays: ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
};
