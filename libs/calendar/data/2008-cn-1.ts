import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2008年部分节假日安排的通知（国办发明电〔2007〕52号）. */
export const CN_2008_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2008,
  version: 1,
  notice: {
    number: '国办发明电〔2007〕52号',
    title: '国务院办公厅关于2008年部分节假日安排的通知',
    date: '2007-12-15',
    published: '2007-12-18',
    url: 'https://www.gov.cn/zhengce/zhengceku/2008-03/28/content_1645.htm',
  },
  daysOff: [
    { name: '元旦', from: '2007-12-30', to: '2008-01-01' },
    { name: '春节', from: '2008-02-06', to: '2008-02-12' },
    { name: '清明节', from: '2008-04-04', to: '2008-04-06' },
    { name: '“五一”国际劳动节', from: '2008-05-01', to: '2008-05-03' },
    { name: '端午节', from: '2008-06-07', to: '2008-06-09' },
    { name: '中秋节', from: '2008-09-13', to: '2008-09-15' },
    { name: '国庆节', from: '2008-09-29', to: '2008-10-05' },
  ],
  workingWeekendDays: ['2007-12-29', '2008-02-02', '2008-02-03', '2008-05-04', '2008-09-27', '2008-09-28'],
};
