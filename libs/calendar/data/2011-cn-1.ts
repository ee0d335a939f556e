import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2011年部分节假日安排的通知（国办发明电〔2010〕40号）. */
export const CN_2011_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2011,
  version: 1,
  notice: {
    number: '国办发明电〔2010〕40号',
    title: '国务院办公厅关于2011年部分节假日安排的通知',
    date: '2010-12-09',
    published: '2010-12-10',
    url: 'https://www.gov.cn/zhengce/zhengceku/2010-12/10/content_1423.htm',
  },
  daysOff: [
    { name: '元旦', from: '2011-01-01', to: '2011-01-03' },
    { name: '春节', from: '2011-02-02', to: '2011-02-08' },
    { name: '清明节', from: '2011-04-03', to: '2011-04-05' },
    { name: '劳动节', from: '2011-04-30', to: '2011-05-02' },
    { name: '端午节', from: '2011-06-04', to: '2011-06-06' },
    { name: '中秋节', from: '2011-09-10', to: '2011-09-12' },
    { name: '国庆节', from: '2011-10-01', to: '2011-10-07' },
  ],
  workingWeekendDays: ['2011-01-30', '2011-02-12', '2011-04-02', '2011-10-08', '2011-10-09'],
};
