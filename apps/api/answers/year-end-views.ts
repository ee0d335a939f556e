import { TABLE_SCOPES } from '#agency';
import type { YearEnd, YearEndLine, YearEndScopeLine, YearEndStatus } from '#office';
import { z } from 'zod';
import { answer, date, record } from './answer.js';
import { scopeDriftAnswer } from './scope-views.js';

const line = answer<YearEndLine>()({
  agency: z.string(),
  name: z.string(),
  level: z.string(),
  deadline: date.describe('年度报告最迟公布之日（第四十九条）'),
  dissolvedOn: date.nullable().describe('撤销之日；年末仍存在的为 null'),
  state: z
    .enum(['year-running', 'failing', 'blocked', 'ready', 'drifted', 'closed', 'imported', 'undecided'])
    .describe('failing：不合规则；blocked：因其他原因不能结账，见 refusal'),
  remedy: z.string().nullable().describe('须由人处理的事，怎样办理；没有的为 null'),
  late: z.boolean().describe('已过期限而尚未结账，也未导入其公布的报告'),
  open: z.int().describe('本年度末未办结的申请件'),
  unconfirmed: z
    .int()
    .describe(
      '本年度末以前送达、至今未双方确认收到的申请件：不妨碍结账，不计入数字；结账后才确认且收到日在本年度的，为差异',
    ),
  overdue: z.int().describe('今日答复已逾期的在办件'),
  blocking: z.array(z.string()).describe('阻止结账的规则编号'),
  warnings: z.array(z.string()).describe('仅提示的规则编号'),
  refusal: record.nullable().describe('除不合规则以外，结账会因何被拒绝；没有的为 null'),
  edition: z.object({ number: z.int(), digest: z.string() }).nullable(),
});

const scopeLine = answer<YearEndScopeLine>()({
  agency: z.string(),
  name: z.string(),
  scope: z.enum(TABLE_SCOPES),
  state: z
    .enum(['draft', 'issued', 'drifted', 'failing'])
    .describe('draft：尚未定稿；issued：已定稿；drifted：定稿后数字有变动；failing：无法汇总'),
  issued: scopeDriftAnswer.nullable().describe('最近一次定稿与现有汇总之差'),
  refusal: record.nullable().describe('无法汇总的原因'),
});

/** All agencies before the deadline, and the reports of levels and regions. */
export const yearEndStatusAnswer = answer<YearEndStatus>()({
  year: z.int(),
  today: date,
  lines: z.array(line),
  scopes: z.array(scopeLine).describe('有下属的各级政府的本级、本地区汇总报告'),
});

/** What became of every agency in a run. */
export const yearEndAnswer = answer<YearEnd>()({
  year: z.int(),
  agencies: z.int(),
  results: z
    .array(record)
    .describe(
      '逐个机关：outcome 为 closed（closed 内为版次与摘要）、imported（imported 内为其公布的报告的来源）或 refused（refusal 内为原因）',
    ),
  interrupted: z.boolean(),
});
