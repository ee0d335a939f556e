import type { CalendarYear } from '../calendar-year.js';

/** 国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知（国发明电〔2015〕1号）. The whole year as amended. */
export const CN_2015_2: CalendarYear = {
  jurisdiction: 'CN',
  year: 2015,
  version: 2,
  notice: {
    number: '国发明电〔2015〕1号',
    title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
    date: '2015-05-13',
    published: '2015-05-13',
    url: 'https://www.gov.cn/zhengce/zhengceku/2015-05/13/content_9742.htm',
  },
  daysOff: [
    { name: '元旦', from: '2015-01-01', to: '2015-01-03' },
    { name: '春节', from: '2015-02-18', to: '2015-02-24' },
    { name: '清明节', from: '2015-04-05', to: '2015-04-06' },
    { name: '劳动节', from: '2015-05-01', to: '2015-05-01' },
    { name: '端午节', from: '2015-06-20', to: '2015-06-20' },
    { name: '端午节', from: '2015-06-22', to: '2015-06-22' },
    { name: '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日', from: '2015-09-03', to: '2015-09-05' },
    { name: '中秋节', from: '2015-09-27', to: '2015-09-27' },
    { name: '国庆节', from: '2015-10-01', to: '2015-10-07' },
  ],
  workingWeekendDays: ['2015-01-04', '2015-02-15', '2015-02-28', '2015-09-06', '2015-10-10'],
};
