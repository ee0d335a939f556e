import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2009年部分节假日安排的通知（国办发明电〔2008〕42号）. */
export const CN_2009_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2009,
  version: 1,
  notice: {
    number: '国办发明电〔2008〕42号',
    title: '国务院办公厅关于2009年部分节假日安排的通知',
    date: '2008-12-04',
    published: '2008-12-10',
    url: 'https://www.gov.cn/zhengce/zhengceku/2008-12/10/content_1572.htm',
  },
  daysOff: [
    { name: '元旦', from: '2009-01-01', to: '2009-01-03' },
    { name: '春节', from: '2009-01-25', to: '2009-01-31' },
    { name: '清明节', from: '2009-04-04', to: '2009-04-06' },
    { name: '劳动节', from: '2009-05-01', to: '2009-05-03' },
    { name: '端午节', from: '2009-05-28', to: '2009-05-30' },
    { name: '国庆节、中秋节', from: '2009-10-01', to: '2009-10-08' },
  ],
  workingWeekendDays: ['2009-01-04', '2009-01-24', '2009-02-01', '2009-05-31', '2009-09-27', '2009-10-10'],
};
