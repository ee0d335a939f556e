import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2014年部分节假日安排的通知（国办发明电〔2013〕28号）. */
export const CN_2014_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2014,
  version: 1,
  notice: {
    number: '国办发明电〔2013〕28号',
    title: '国务院办公厅关于2014年部分节假日安排的通知',
    date: '2013-12-11',
    published: '2013-12-11',
    url: 'https://www.gov.cn/zhengce/zhengceku/2014-01/02/content_1194.htm',
  },
  daysOff: [
    { name: '元旦', from: '2014-01-01', to: '2014-01-01' },
    { name: '春节', from: '2014-01-31', to: '2014-02-06' },
    { name: '清明节', from: '2014-04-05', to: '2014-04-05' },
    { name: '清明节', from: '2014-04-07', to: '2014-04-07' },
    { name: '劳动节', from: '2014-05-01', to: '2014-05-03' },
    { name: '端午节', from: '2014-06-02', to: '2014-06-02' },
    { name: '中秋节', from: '2014-09-08', to: '2014-09-08' },
    { name: '国庆节', from: '2014-10-01', to: '2014-10-07' },
  ],
  workingWeekendDays: ['2014-01-26', '2014-02-08', '2014-05-04', '2014-09-28', '2014-10-11'],
};
