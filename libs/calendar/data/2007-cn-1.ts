import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2007年部分节假日安排的通知（国办发明电〔2006〕49号）. */
export const CN_2007_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2007,
  version: 1,
  notice: {
    number: '国办发明电〔2006〕49号',
    title: '国务院办公厅关于2007年部分节假日安排的通知',
    date: '2006-12-14',
    published: '2006-12-18',
    url: 'https://www.gov.cn/zhengce/zhengceku/2008-03/28/content_1761.htm',
  },
  daysOff: [
    { name: '元旦', from: '2007-01-01', to: '2007-01-03' },
    { name: '春节', from: '2007-02-18', to: '2007-02-24' },
    { name: '“五一”', from: '2007-05-01', to: '2007-05-07' },
    { name: '“十一”', from: '2007-10-01', to: '2007-10-07' },
  ],
  workingWeekendDays: [
    '2006-12-30',
    '2006-12-31',
    '2007-02-17',
    '2007-02-25',
    '2007-04-28',
    '2007-04-29',
    '2007-09-29',
    '2007-09-30',
  ],
};
