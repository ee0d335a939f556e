import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2010年部分节假日安排的通知（国办发明电〔2009〕27号）. */
export const CN_2010_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2010,
  version: 1,
  notice: {
    number: '国办发明电〔2009〕27号',
    title: '国务院办公厅关于2010年部分节假日安排的通知',
    date: '2009-12-07',
    published: '2009-12-08',
    url: 'https://www.gov.cn/zhengce/zhengceku/2009-12/08/content_1476.htm',
  },
  daysOff: [
    { name: '元旦', from: '2010-01-01', to: '2010-01-03' },
    { name: '春节', from: '2010-02-13', to: '2010-02-19' },
    { name: '清明节', from: '2010-04-03', to: '2010-04-05' },
    { name: '劳动节', from: '2010-05-01', to: '2010-05-03' },
    { name: '端午节', from: '2010-06-14', to: '2010-06-16' },
    { name: '中秋节', from: '2010-09-22', to: '2010-09-24' },
    { name: '国庆节', from: '2010-10-01', to: '2010-10-07' },
  ],
  workingWeekendDays: [
    '2010-02-20',
    '2010-02-21',
    '2010-06-12',
    '2010-06-13',
    '2010-09-19',
    '2010-09-25',
    '2010-09-26',
    '2010-10-09',
  ],
};
