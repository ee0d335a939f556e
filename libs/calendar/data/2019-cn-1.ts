import type { CalendarYear } from '../calendar-year.js';

/** 国务院办公厅关于2019年部分节假日安排的通知（国办发明电〔2018〕15号）. Before the Labour Day amendment. */
export const CN_2019_1: CalendarYear = {
  jurisdiction: 'CN',
  year: 2019,
  version: 1,
  notice: {
    number: '国办发明电〔2018〕15号',
    title: '国务院办公厅关于2019年部分节假日安排的通知',
    date: '2018-12-04',
    published: '2018-12-06',
    url: 'https://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm',
  },
  daysOff: [
    { name: '元旦', from: '2018-12-30', to: '2019-01-01' },
    { name: '春节', from: '2019-02-04', to: '2019-02-10' },
    { name: '清明节', from: '2019-04-05', to: '2019-04-05' },
    { name: '劳动节', from: '2019-05-01', to: '2019-05-01' },
    { name: '端午节', from: '2019-06-07', to: '2019-06-07' },
    { name: '中秋节', from: '2019-09-13', to: '2019-09-13' },
    { name: '国庆节', from: '2019-10-01', to: '2019-10-07' },
  ],
  workingWeekendDays: ['2018-12-29', '2019-02-02', '2019-02-03', '2019-09-29', '2019-10-12'],
};
