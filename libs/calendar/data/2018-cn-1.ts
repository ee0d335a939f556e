import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2018年部分节假日安排的通知（国办发明电〔2017〕12号）. */
export const CN_2018_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2018,
  version: 1,
  notice: {
    number: '国办发明电〔2017〕12号',
    title: '国务院办公厅关于2018年部分节假日安排的通知',
    date: '2017-11-30',
    published: '2017-11-30',
    url: 'https://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm',
  },
  daysOff: [
    { name: '元旦', from: '2018-01-01', to: '2018-01-01' },
    { name: '春节', from: '2018-02-15', to: '2018-02-21' },
    { name: '清明节', from: '2018-04-05', to: '2018-04-07' },
    { name: '劳动节', from: '2018-04-29', to: '2018-05-01' },
    { name: '端午节', from: '2018-06-18', to: '2018-06-18' },
    { name: '中秋节', from: '2018-09-24', to: '2018-09-24' },
    { name: '国庆节', from: '2018-10-01', to: '2018-10-07' },
  ],
  workingWeekendDays: ['2018-02-11', '2018-02-24', '2018-04-08', '2018-04-28', '2018-09-29', '2018-09-30'],
};
