import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2012年部分节假日安排的通知（国办发明电〔2011〕45号）. */
export const CN_2012_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2012,
  version: 1,
  notice: {
    number: '国办发明电〔2011〕45号',
    title: '国务院办公厅关于2012年部分节假日安排的通知',
    date: '2011-12-05',
    published: '2011-12-06',
    url: 'https://www.gov.cn/zhengce/zhengceku/2011-12/06/content_1411.htm',
  },
  daysOff: [
    { name: '元旦', from: '2012-01-01', to: '2012-01-03' },
    { name: '春节', from: '2012-01-22', to: '2012-01-28' },
    { name: '清明节', from: '2012-04-02', to: '2012-04-04' },
    { name: '劳动节', from: '2012-04-29', to: '2012-05-01' },
    { name: '端午节', from: '2012-06-22', to: '2012-06-24' },
    { name: '中秋节、国庆节', from: '2012-09-30', to: '2012-10-07' },
  ],
  workingWeekendDays: [
    '2011-12-31',
    '2012-01-21',
    '2012-01-29',
    '2012-03-31',
    '2012-04-01',
    '2012-04-28',
    '2012-09-29',
  ],
};
