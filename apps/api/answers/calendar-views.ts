import type { CalendarNotice, CalendarYear } from '#calendar';
import type { DueDate } from '#casework';
import type {
  CalendarImpact,
  CalendarPublished,
  CaseDue,
  DueMove,
  DueReading,
  KnownCalendar,
  LateReply,
  LateReplyPage,
} from '#office';
import { z } from 'zod';
import { answer, date, instant, next, position } from './answer.js';
import { recordedShape } from './recorded.js';

const versionId = z.string().describe('日历版本，例如 CN-2024-1');

const notice = answer<CalendarNotice>()({
  number: z.string().nullable().describe('文号'),
  title: z.string(),
  date,
  published: date.describe('公布之日，自此日起为人所知'),
  url: z.string().nullable(),
});

const calendarYear = answer<CalendarYear>()({
  jurisdiction: z.string(),
  year: z.int(),
  version: z.int(),
  notice,
  daysOff: z.array(z.looseObject({ name: z.string(), from: date, to: date })),
  workingWeekendDays: z.array(date),
});

const knownCalendar = answer<KnownCalendar>()({
  version: versionId,
  calendar: calendarYear,
  origin: z.enum(['shipped', 'recorded']).describe('shipped：随程序发布；recorded：录入日志'),
  position: position.nullable(),
  recordedAt: instant.nullable(),
});

/** Every version known. */
export const calendarsAnswer = z.array(knownCalendar);

const due = date.nullable().describe('答复期限届满之日');
const provisional = z.boolean().describe('期限跨入尚未公布日历的年度，暂定');
const calendarVersions = z.array(versionId).describe('期限所依据的日历版本');
const dueDate = answer<DueDate>()({ due, provisional, calendarVersions });

const dueMove = answer<DueMove>()({
  caseId: z.string(),
  caseNumber: z.string(),
  agency: z.string(),
  before: dueDate,
  after: dueDate,
});

/** Which open cases a version moves. */
export const impactAnswer = answer<CalendarImpact>()({
  version: versionId,
  notice,
  recordedAt: instant.nullable().describe('null：试算，未录入'),
  days: answer<CalendarImpact['days']>()({ becomesOff: z.array(date), becomesWorking: z.array(date) }).describe(
    '与此前有效的安排相比，改为不计、改为工作日的日子；一个版本重述全年，漏列的原有假日在此显出',
  ),
  openCases: z.int().describe('适用地区内的在办案件数'),
  moved: z.int().describe('其中期限变动的件数'),
  moves: z.array(dueMove),
  next,
});

/** A version taken in. */
export const calendarPublishedAnswer = answer<Omit<CalendarPublished, 'repeated'>>()({
  ...recordedShape,
  version: versionId,
  impact: impactAnswer,
});

const dueReading = answer<DueReading>()({
  due,
  provisional,
  calendarVersions,
  knownOn: date.nullable().describe('以该日已公布的日历为准；null：以现在所知为准'),
  late: z.boolean().nullable().describe('是否逾期答复；尚无答复则为 null'),
});

/** The due date of a case on both readings. */
export const caseDueAnswer = answer<CaseDue>()({
  caseId: z.string(),
  endedOn: date.nullable(),
  then: dueReading.nullable().describe('按办结之日所知的日历；未办结则为 null'),
  now: dueReading.describe('按现在所知的日历'),
});

const lateReply = answer<LateReply>()({
  caseId: z.string(),
  caseNumber: z.string(),
  receivedOn: date.nullable(),
  repliedOn: date,
  then: dueReading,
  now: dueReading,
});

/** A page of the late replies of a year. */
export const lateRepliesAnswer = answer<LateReplyPage>()({ lines: z.array(lateReply), next });
