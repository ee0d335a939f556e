import { SHIPPED_CALENDAR_YEARS, versionIdOf, type CalendarYear } from '#calendar';

const CN_2026 = SHIPPED_CALENDAR_YEARS.find((year) => versionIdOf(year) === 'CN-2026-1')!;

/** An amendment that nobody issued: the Monday 2026-05-25 off, by a notice made public on 11 May. */
export const lateHoliday: CalendarYear = {
  ...CN_2026,
  version: 2,
  notice: { number: '测试〔2026〕1号', title: '调整通知', date: '2026-05-09', published: '2026-05-11', url: null },
  daysOff: [...CN_2026.daysOff, { name: '纪念日', from: '2026-05-25', to: '2026-05-25' }],
};

/** A local holiday: 古尔邦节, two days, in Ningxia only. */
export const corbanInNingxia: CalendarYear = {
  jurisdiction: 'CN-NX',
  year: 2026,
  version: 1,
  notice: { number: '宁测〔2026〕1号', title: '放假通知', date: '2026-05-08', published: '2026-05-10', url: null },
  daysOff: [{ name: '古尔邦节', from: '2026-05-27', to: '2026-05-28' }],
  workingWeekendDays: [],
};
