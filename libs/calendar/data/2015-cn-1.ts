import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2015年部分节假日安排的通知（国办发明电〔2014〕28号）. Before the holiday of 3 September was added. */
export const CN_2015_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2015,
  version: 1,
  notice: {
    number: '国办发明电〔2014〕28号',
    title: '国务院办公厅关于2015年部分节假日安排的通知',
    date: '2014-12-16',
    published: '2014-12-16',
    url: 'https://www.gov.cn/zhengce/zhengceku/2014-12/16/content_9302.htm',
  },
  daysOff: [
    { name: '元旦', from: '2015-01-01', to: '2015-01-03' },
    { name: '春节', from: '2015-02-18', to: '2015-02-24' },
    { name: '清明节', from: '2015-04-05', to: '2015-04-06' },
    { name: '劳动节', from: '2015-05-01', to: '2015-05-01' },
    { name: '端午节', from: '2015-06-20', to: '2015-06-20' },
    { name: '端午节', from: '2015-06-22', to: '2015-06-22' },
    { name: '中秋节', from: '2015-09-27', to: '2015-09-27' },
    { name: '国庆节', from: '2015-10-01', to: '2015-10-07' },
  ],
  workingWeekendDays: ['2015-01-04', '2015-02-15', '2015-02-28', '2015-10-10'],
};
